import { smallRuleset } from '@app/testing';
import * as fc from 'fast-check';
import type { Fact, FactKind, Turn } from './fact';
import { flagHistory } from './flag-history';
import { KnownFacts } from './known-facts';

const YEARS = [2021, 2022, 2023, 2024] as const;
const BLOCKS = ['so', 'so', 'quan'] as const;
const UNITS = ['u1', 'u2', 'u3'] as const;
const RULESET = { id: 'small', version: 1 };
const rulesets = { get: () => smallRuleset([]) };

type Said = readonly {
  readonly kind: FactKind;
  readonly unitId: string;
  readonly year: number;
  readonly blockId?: string;
  readonly data: unknown;
}[];

const year = fc.constantFrom(...YEARS);
const unitId = fc.constantFrom(...UNITS);
const caseId = fc.constantFrom('c1', 'c2');
const day = fc.tuple(year, fc.constantFrom('03-01', '07-01', '11-01')).map(([of, rest]) => `${of}-${rest}`);
const person = fc.constantFrom('p1', 'p2');

/** Results of a block's year, of all units or all but one: published for the first time, or corrected. */
const results = fc
  .tuple(
    year,
    fc.constantFrom(...BLOCKS),
    fc.shuffledSubarray([...UNITS], { minLength: 2 }),
    fc.array(fc.constantFrom('fair', 'fair', 'good', 'average'), { minLength: 3, maxLength: 3 }),
  )
  .map(([of, blockId, ranked, grades]): Said => [
    { kind: 'results', unitId: '', year: of, blockId, data: { blockName: blockId, ruleset: RULESET } },
    ...ranked.map((id, index) => ({
      kind: 'result' as const,
      unitId: id,
      year: of,
      blockId,
      data: {
        ...{ unitName: id, grade: grades[index], className: grades[index], rank: index + 1, n: ranked.length },
        ...{ tied: false, state: 'ranked', scheme: 'standard' },
      },
    })),
  ]);

const one = (kind: FactKind, about: fc.Arbitrary<{ unitId: string; year: number; data: unknown }>) =>
  about.map((said): Said => [{ kind, ...said }]);

const happening = fc.oneof(
  { weight: 4, arbitrary: results },
  fc.oneof(
    year.map((of): Said => [{ kind: 'skipped', unitId: '', year: of, blockId: 'so', data: {} }]),
    one(
      'case-open',
      fc.record({
        unitId,
        year,
        data: fc.record({
          caseId,
          kind: fc.constantFrom('complaint', 'score-objection'),
          externalNumber: fc.constant(null),
        }),
      }),
    ),
    one('case-number', fc.record({ unitId, year, data: fc.record({ caseId, externalNumber: fc.constant('12/KN') }) })),
    one('ended', fc.record({ unitId, year: fc.constant(0), data: fc.record({ endedOn: day }) })),
    one('case-closed', fc.record({ unitId, year, data: fc.record({ caseId }) })),
    one(
      'ruling',
      fc.record({
        unitId,
        year,
        data: fc.record({
          predecessorId: fc.option(unitId),
          takesOver: fc.option(fc.constant('trụ sở')),
          reason: fc.constant('lý do'),
        }),
      }),
    ),
    one(
      'lineage',
      fc.record({ unitId, year: fc.constant(0), data: fc.record({ kind: fc.constant('merge'), effectiveOn: day }) }),
    ),
    one(
      'office-taken',
      fc.record({
        unitId,
        year: fc.constant(0),
        data: fc.record({ office: fc.constant('head'), personId: person, personName: person, from: day }),
      }),
    ),
    one(
      'office-left',
      fc.record({
        unitId,
        year: fc.constant(0),
        data: fc.record({ office: fc.constant('head'), personId: person, until: day }),
      }),
    ),
    one(
      'tenure-corrected',
      fc.record({
        unitId,
        year: fc.constant(0),
        data: fc.record({
          ...{ office: fc.constant('head'), personId: person, from: day },
          corrected: fc.option(fc.record({ personId: person, personName: person, from: day, until: fc.option(day) })),
        }),
      }),
    ),
    one(
      'withdrawn',
      fc.record({
        unitId,
        year: fc.constant(0),
        data: fc.record({ eventId: fc.integer({ min: 1, max: 16 }).map((place) => `e${place}`) }),
      }),
    ),
  ),
);

/** As the projection keeps them: each event has one position. */
function factsOf(said: readonly Said[]): Fact[] {
  return said.flatMap((facts, index) =>
    facts.map((fact) => {
      const of = { position: BigInt(index + 1), eventId: `e${index + 1}`, recordedAt: '2025-01-01T00:00:00.000Z' };
      return { blockId: '', ...fact, ...of } as Fact;
    }),
  );
}

/** Evaluates after each event that there is, whatever it is about. */
class AtEveryEvent extends KnownFacts {
  private readonly turns: Turn[];

  constructor(facts: readonly Fact[]) {
    super(facts);
    const turns = facts.map(({ position, eventId, recordedAt: at }): [bigint, Turn] => [
      position,
      { position, eventId, at },
    ]);
    this.turns = [...new Map(turns).values()];
  }

  override turnsAbout(): Turn[] {
    return this.turns;
  }
}

describe('the history of a flag', () => {
  it('is the same when it is evaluated after every event that there is: the others cannot change it', () => {
    const kinds = new Set<string>();
    const shape = fc.array(happening, { minLength: 6, maxLength: 16, size: 'max' });
    fc.assert(
      fc.property(shape, (said) => {
        const facts = factsOf(said);
        const [known, always] = [new KnownFacts(facts), new AtEveryEvent(facts)];
        for (const subject of UNITS.flatMap((id) => YEARS.map((of) => ({ unitId: id, year: of, blockId: 'so' })))) {
          const history = flagHistory(subject, known, rulesets);
          for (const { flag, superseded } of history) kinds.add(`${flag.kind}${superseded ? ', superseded' : ''}`);
          expect(history).toEqual(flagHistory(subject, always, rulesets));
        }
      }),
      { numRuns: Number(process.env['PAR_SEEDS'] ?? 100) },
    );
    const flags = ['reward-candidate', 'discipline-a', 'discipline-b', 'insufficient-data'];
    expect([...kinds]).toEqual(expect.arrayContaining(flags.flatMap((kind) => [kind, `${kind}, superseded`])));
  });
});
