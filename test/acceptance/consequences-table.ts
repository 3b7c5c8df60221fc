import type { ConsequenceRules, Grade, RankingRule } from '@app/ruleset';
import type { ConsequenceInput, YearResult } from '@app/scoring';
import { smallConsequenceRules } from '@app/testing';

/** One row of the truth table: every condition that a consequence may depend on. */
export interface Scenario {
  readonly now: Grade | null;
  readonly before: Grade | null;
  readonly move: 'up' | 'same' | 'down' | 'not-published';
  readonly size: 'same' | 'changed' | 'not-published';
  readonly place: keyof typeof PLACES;
  readonly lastYear: 'ranked' | 'other-block' | 'other-scheme' | 'not-submitted' | 'none' | 'block-skipped' | 'older';
  readonly yearBefore: 'fell' | 'rose' | 'none' | 'other-block';
  readonly lineage: 'merged' | 'split' | 'created' | null;
  readonly ruling: 'none' | 'named' | 'nobody';
  /** The first day without the unit. */
  readonly endedOn: string | null;
  readonly open: 'none' | 'complaint' | 'own-complaint' | 'old-objection' | 'feedback';
  readonly readingA: ConsequenceRules['disciplineA']['rankDrop'];
  readonly readingB: ConsequenceRules['disciplineB']['reading'];
}

/** The unit's rank in 2024, the others' ranks, and what else is special about the list. */
const PLACES = {
  'inside the quota': { rank: 2, others: [1, 3, 4, 5, 6, 7, 8, 9] },
  'tied inside the quota': { rank: 2, others: [1, 2, 4, 5, 6, 7, 8, 9] },
  'tied across the cut line': { rank: 3, others: [1, 2, 3, 5, 6, 7, 8, 9] },
  'beyond the quota': { rank: 5, others: [1, 2, 3, 4, 6, 7, 8, 9] },
  'dense ranks': { rank: 3, others: [1, 2, 3, 4, 4, 5], scheme: 'dense' },
  'tied under ordinal ranking': { rank: 5, others: [1, 2, 3, 4, 5, 7], scheme: 'ordinal' },
  'in a block of two': { rank: 2, others: [1] },
  'partly published list': { rank: 3, others: [1, 2, 4], n: 22 },
  'n not published': { rank: 3, others: [1, 2, 4, 5, 6], n: null },
  'rank not published': { rank: null, others: [1, 2, 3, 5, 6] },
  'not submitted': { rank: null, others: [1, 2, 3], state: 'not-submitted' },
  'not assessed': { rank: null, others: [1, 2, 3], state: 'not-assessed' },
  ended: { rank: null, others: [1, 2, 3], state: 'ended' },
} as const satisfies Record<string, Place>;

interface Place {
  readonly rank: number | null;
  readonly others: readonly number[];
  readonly n?: number | null;
  readonly scheme?: RankingRule['scheme'];
  readonly state?: YearResult['state'];
}

const GRADES = ['excellent', 'good', 'fair', 'average', 'weak', null] as const;
const PLAIN = {
  move: ['down'],
  size: ['same'],
  place: ['beyond the quota'],
  lastYear: ['ranked'],
  yearBefore: ['fell'],
  lineage: [null],
  ruling: ['none'],
  endedOn: [null],
  open: ['none'],
  readingA: ['this-year'],
  readingB: ['or-lower'],
} as const;

/** Every combination of the conditions of the two-year rule, then every combination of what else may be missing or read otherwise. */
export function truthTable(): Scenario[] {
  const before = ['good', 'fair', null] as const;
  return [
    ...combinations({
      ...PLAIN,
      now: GRADES,
      before: GRADES,
      move: ['up', 'same', 'down', 'not-published'],
      size: ['same', 'changed'],
      place: ['inside the quota', 'tied inside the quota', 'tied across the cut line', 'beyond the quota'],
      lineage: [null, 'merged', 'split', 'created'],
      ruling: ['none', 'named', 'nobody'],
      open: ['none', 'complaint'],
    }),
    ...combinations({
      ...PLAIN,
      now: GRADES,
      before,
      move: ['up', 'same', 'down', 'not-published'],
      lastYear: ['ranked', 'other-block', 'other-scheme', 'not-submitted', 'none', 'block-skipped', 'older'],
      yearBefore: ['fell', 'rose', 'none', 'other-block'],
      ruling: ['none', 'named'],
      readingA: ['this-year', 'both-years'],
      readingB: ['or-lower', 'literal'],
    }),
    ...combinations({
      ...PLAIN,
      now: GRADES,
      before,
      move: ['same', 'down'],
      size: ['same', 'changed', 'not-published'],
      place: Object.keys(PLACES) as (keyof typeof PLACES)[],
      open: ['none', 'complaint', 'own-complaint', 'old-objection', 'feedback'],
    }),
    ...combinations({
      ...PLAIN,
      now: GRADES,
      before,
      move: ['same', 'down'],
      place: ['inside the quota', 'beyond the quota', 'not submitted', 'ended'],
      lineage: [null, 'merged'],
      ruling: ['none', 'named'],
      endedOn: [null, '2023-07-01', '2024-01-01', '2024-12-31', '2025-01-01'],
    }),
  ];
}

function combinations(choices: { readonly [Key in keyof Scenario]: readonly Scenario[Key][] }): Scenario[] {
  let rows: Partial<Scenario>[] = [{}];
  for (const [key, values] of Object.entries(choices)) {
    rows = rows.flatMap((row) => values.map((value) => ({ ...row, [key]: value })));
  }
  return rows as Scenario[];
}

/** The block's results of 2024 for a scenario: those above share the unit's class or a better one, those below a lower one. */
export function blockOf({ now, place }: Pick<Scenario, 'now' | 'place'>): YearResult[] {
  const { rank, others, n = others.length + 1, scheme = 'competition', state = 'ranked' }: Place = PLACES[place];
  const base = { year: 2024, blockId: 'k', className: null, tied: false, n, scheme, eventId: 'results-2024' };
  const own = { ...base, unitId: 'x', grade: state === 'ranked' ? now : null, rank, state };
  const rest = others.map((other, index) => {
    const grade: Grade | null = other <= (rank ?? 0) ? now : 'weak';
    return { ...base, unitId: `o${index}`, grade, rank: other, state: 'ranked' as const };
  });
  return [{ ...own, tied: rank !== null && others.includes(rank) }, ...rest];
}

/** The results of 2023 (or of an older year) and of 2022, when there are any. */
export function historyOf(scenario: Scenario): YearResult[] {
  const { place, lastYear, yearBefore } = scenario;
  const { rank, n: own, others }: Place = PLACES[place];
  const n = own === undefined ? others.length + 1 : own;
  const size = { same: n, changed: (n ?? 9) + 1, 'not-published': null }[scenario.size];
  const rankBefore = { up: (rank ?? 4) + 1, same: rank ?? 4, down: (rank ?? 4) - 1, 'not-published': null }[
    scenario.move
  ];
  const base = { unitId: 'x', blockId: 'k', className: null, tied: false, state: 'ranked' as const, n: size };
  const scheme = lastYear === 'other-scheme' ? 'dense' : 'competition';
  const before: YearResult = {
    ...base,
    ...{
      year: lastYear === 'older' ? 2021 : 2023,
      grade: scenario.before,
      rank: rankBefore,
      scheme,
      eventId: 'results-2023',
    },
    ...(lastYear === 'other-block' ? { blockId: 'other' } : {}),
    ...(lastYear === 'not-submitted' ? { state: 'not-submitted', grade: null, rank: null } : {}),
  };
  const twoYearsAgo: YearResult = {
    ...base,
    ...{
      year: 2022,
      grade: 'fair',
      rank: yearBefore === 'fell' ? 1 : 20,
      scheme: 'competition',
      eventId: 'results-2022',
    },
    ...(yearBefore === 'other-block' ? { blockId: 'third' } : {}),
  };
  return [
    ...(lastYear === 'none' || lastYear === 'block-skipped' ? [] : [before]),
    ...(yearBefore === 'none' ? [] : [twoYearsAgo]),
  ];
}

/** Cases that are open, of the years and kinds that matter and of those that do not. */
export function openCasesOf({ open }: Scenario): ConsequenceInput['openCases'] {
  const cases = {
    none: [],
    complaint: [{ kind: 'complaint', year: 2024 }],
    'own-complaint': [{ kind: 'score-complaint', year: 2023 }],
    'old-objection': [{ kind: 'score-objection', year: 2022 }],
    feedback: [{ kind: 'feedback', year: 2024 }],
  };
  return cases[open].map((one, index) => ({ ...one, caseId: `K${index}`, eventId: `case-${index}` }));
}

/** The scenario as the program receives it. */
export function inputOf(scenario: Scenario): ConsequenceInput {
  const history = historyOf(scenario);
  const { lineage, ruling, readingA, readingB } = scenario;
  const { disciplineA, disciplineB } = smallConsequenceRules;
  return {
    year: 2024,
    blockId: 'k',
    unitId: 'x',
    rules: {
      ...smallConsequenceRules,
      disciplineA: { ...disciplineA, rankDrop: readingA },
      disciplineB: { ...disciplineB, reading: readingB },
    },
    block: blockOf(scenario),
    previous: history.find(({ year }) => year !== 2022) ?? null,
    beforePrevious: history.find(({ year }) => year === 2022) ?? null,
    blockSkippedLastYear: scenario.lastYear === 'block-skipped',
    lineage: lineage === null ? null : { kind: lineage, effectiveOn: '2024-07-01', eventId: 'lineage' },
    ruling:
      ruling === 'none' ? null : { predecessorId: ruling === 'named' ? 'y' : null, reason: 'r', eventId: 'ruling' },
    openCases: openCasesOf(scenario),
    endedOn: scenario.endedOn,
    tenures: [],
  };
}
