import { decisionSpec, ScoreHistory } from '@app/testing';
import { finishedBlock } from '../test/finished-block';
import type { BlockYearSnapshot, UnitYearSnapshot } from './block-year';
import { unitYear } from './fold-block-year';
import {
  FiguresHaveChanged,
  ObjectionsAreOpen,
  ObjectionWindowIsOpen,
  ResultsAreNotAnnounced,
} from './objection.errors';
import { DecisionIsNotSigned, DecisionIsTooEarly, ResultsAreNotReady, ResultsAreTooLarge } from './publication.errors';
import type { PublicationEvent } from './publication.events';
import { type Results, results } from './results';
import { resultsDigest } from './results-digest';

const { ref, now, objectUntil, decision, finished, snapshot, announce, announced, publish, publishedOf } =
  finishedBlock;
const stateAfter = (events: readonly PublicationEvent[]) => events.reduce(results.evolve, results.initial);
/** A unit that never submitted. */
const unsubmitted = (unitId: string): UnitYearSnapshot => {
  const known = unitYear(new ScoreHistory(unitId, 2024).opened('b').events, unitId, 2024);
  return {
    ...known,
    facts: { ...known.facts, ruleset: ref },
    unitId,
    atYearEnd: true,
    endedOn: null,
    names: [],
    used: {},
    unreadable: null,
  };
};
/** A unit whose points were ruled on by a decision of a day. */
const ruledOn = (signedOn: string) =>
  finished('u2', '8', [], (history) => history.ruled('1', '8', '9.5', 'kd_1', 'score-objection', signedOn));
const obstaclesIn = (of: BlockYearSnapshot) => {
  try {
    publish(of, decision, now, announced(snapshot(finished('u1', '9'))));
  } catch (error) {
    if (error instanceof ResultsAreNotReady) return error.obstacles.map(({ unitId, kind }) => `${unitId} ${kind}`);
    throw error;
  }
  return [];
};

describe('publishing', () => {
  it('says the same of the same snapshot, in whatever order the units come', () => {
    const units = [finished('u1', '9'), finished('u2', '8'), finished('u3', '9')];
    const one = publishedOf(snapshot(...units));
    const other = publishedOf(snapshot(...[...units].reverse()));
    expect(other).toEqual(one);
    expect(one.units.map(({ unitId, rank }) => [unitId, rank])).toEqual([
      ['u1', 1],
      ['u3', 1],
      ['u2', 3],
    ]);
  });

  it('has a digest of the results alone: not of the decision or the time', () => {
    const one = publishedOf(snapshot(finished('u1', '9')));
    const later = publishedOf(
      snapshot(finished('u1', '9')),
      { ...decision, number: '2/QĐ' },
      '2025-05-01T00:00:00.000Z',
    );
    expect(later.digest).toBe(one.digest);
    expect(publishedOf(snapshot(finished('u1', '9.01'))).digest).not.toBe(one.digest);
    expect(one.digest).toBe(resultsDigest(JSON.parse(JSON.stringify(one)) as typeof one));
  });

  it('waits for a unit to which nothing applies: it has no index', () =>
    expect(obstaclesIn(snapshot(finished('u1', '9'), finished('u2', null)))).toEqual(['u2 no-index']));

  it('waits for a file that lies before its head as for one that is declared: until the deadline', () => {
    const history = new ScoreHistory('u2', 2024).opened('b').declared('1', '9').approvalRequested();
    const known = unitYear(history.events, 'u2', 2024);
    const facts = { ...known.facts, ruleset: ref };
    const awaiting = {
      ...known,
      facts,
      unitId: 'u2',
      atYearEnd: true,
      endedOn: null,
      names: [],
      used: {},
      unreadable: null,
    };
    const extended = { ...awaiting, submitBy: '2025-04-10T00:00:00.000Z' };
    expect(obstaclesIn(snapshot(finished('u1', '9'), extended))).toEqual(['u2 still-declaring']);
    expect(publishedOf(snapshot(finished('u1', '9'), awaiting)).unranked).toMatchObject([
      { unitId: 'u2', state: 'not-submitted' },
    ]);
  });

  it('tells who never submitted from who did not submit again what was sent back', () => {
    const declared = (history: ScoreHistory) => history.opened('b').declared('1', '9').submitted().returned();
    const file = (history: ScoreHistory): UnitYearSnapshot => {
      const known = unitYear(history.events, 'u2', 2024);
      const facts = { ...known.facts, ruleset: ref };
      return { ...known, facts, unitId: 'u2', atYearEnd: true, endedOn: null, names: [], used: {}, unreadable: null };
    };
    const stateOf = (history: ScoreHistory) =>
      publishedOf(snapshot(finished('u1', '9'), file(history))).unranked.map(({ state }) => state);
    const returned = () => declared(new ScoreHistory('u2', 2024));
    expect(stateOf(returned())).toEqual(['not-resubmitted']);
    expect(stateOf(returned().approvalRequested())).toEqual(['not-resubmitted']);
    expect(obstaclesIn(snapshot(finished('u1', '9'), file(returned().submitted())))).toEqual(['u2 not-appraised']);
    expect(
      obstaclesIn(snapshot(finished('u1', '9'), { ...file(returned()), submitBy: '2025-04-10T00:00:00.000Z' })),
    ).toEqual(['u2 still-declaring']);
  });

  const ended = (unit: UnitYearSnapshot, endedOn = '2024-08-01') => ({ ...unit, endedOn, atYearEnd: false });

  it('neither ranks nor counts nor waits for a unit that ended within the year, in whatever state its file is', () => {
    const open = unsubmitted('u5');
    const others = [finished('u1', '9'), finished('u2', '8')];
    const gone = [
      ended(finished('u3', '10')),
      ended({ ...open, submitBy: '2030-01-01T00:00:00.000Z' }),
      ended(finished('u4', null)),
    ];
    const published = publishedOf(snapshot(...others, ...gone));
    expect(published.n).toBe(2);
    expect(published.units.map(({ unitId, rank }) => [unitId, rank])).toEqual([
      ['u1', 1],
      ['u2', 2],
    ]);
    expect(published.unranked.map(({ unitId, state }) => [unitId, state])).toEqual([
      ['u3', 'ended'],
      ['u5', 'ended'],
      ['u4', 'ended'],
    ]);
    expect(publishedOf(snapshot(...others)).units).toEqual(published.units);
  });

  it.each([
    ['2024-12-31', 'ended', 1],
    ['2025-01-01', undefined, 2],
  ])('takes the last day of the year for the limit: ended on %s', (endedOn, state, n) => {
    const published = publishedOf(snapshot(finished('u1', '9'), { ...finished('u2', '8'), endedOn }));
    expect([published.n, published.unranked[0]?.state]).toEqual([n, state]);
  });

  it('announces the block again when an end becomes known after the announcement', () => {
    const shown = announced(snapshot(finished('u1', '9'), finished('u2', '8')));
    const known = snapshot(finished('u1', '9'), ended(finished('u2', '8')));
    expect(() => publish(known, decision, now, shown)).toThrow(FiguresHaveChanged);
  });

  it('waits for a file that was opened under other rules', () => {
    const other = finished('u1', '9');
    const facts = { ...other.facts, ruleset: { ...ref, sha256: '0'.repeat(64) } };
    expect(obstaclesIn(snapshot({ ...other, facts }))).toEqual(['u1 other-ruleset']);
  });

  it('waits for a unit whose figures make no score, instead of failing', () =>
    expect(obstaclesIn(snapshot(finished('u1', '9'), finished('u2', 'chín')))).toEqual(['u2 unreadable']));

  it('waits for a unit whose events cannot be read, also when it left the block', () => {
    const left = { ...finished('u2', '9'), facts: unitYear([], 'u2', 2024).facts, atYearEnd: false };
    expect(obstaclesIn(snapshot(finished('u1', '9'), { ...left, unreadable: 'v9' }))).toEqual(['u2 unreadable']);
    expect(publishedOf(snapshot(finished('u1', '9'), left))).toMatchObject({ n: 1, unranked: [] });
  });

  it('leaves a file of another block to that block', () => {
    const elsewhere = finished('u2', '5');
    const facts = { ...elsewhere.facts, blockId: 'khac' };
    expect(publishedOf(snapshot(finished('u1', '9'), { ...elsewhere, facts }))).toMatchObject({ n: 1, unranked: [] });
  });

  it('is by a decision signed in Vietnam’s past or present', () => {
    const tomorrow = { ...decision, signedOn: '2025-04-03' };
    const spec = decisionSpec(results).given();
    const by = (at: string) => () => publish(snapshot(finished('u1', '9')), tomorrow, at);
    spec.when(by('2025-04-02T16:59:59.999Z')).thenFails(DecisionIsNotSigned, { today: '2025-04-02' });
    expect(by('2025-04-02T17:00:00.000Z')()).toHaveLength(1);
  });

  it('is by a decision signed when nobody may object any more, and not before the rulings in it', () => {
    const [shown, later] = [announced(snapshot(finished('u2', '8'))), '2025-04-10T02:00:00.000Z'];
    const signed = (signedOn: string, ruling: string) => () =>
      publish(snapshot(ruledOn(ruling)), { ...decision, signedOn }, later, shown);
    const spec = decisionSpec(results).given();
    spec.when(signed('2025-04-01', '2025-04-01')).thenFails(DecisionIsTooEarly, { on: '2025-04-02' });
    expect(signed('2025-04-02', '2025-04-02')()).toHaveLength(1);
    spec.when(signed('2025-04-02', '2025-04-03')).thenFails(DecisionIsTooEarly, { on: '2025-04-03' });
  });

  it('fits into one event of the log', () => {
    const long = [{ name: 'x'.repeat(300_000), from: '2020-01-01' }];
    const unitIds = ['u1', 'u2', 'u3', 'u4'];
    const units = unitIds.map((unitId) => finished(unitId, '9', long));
    const short = snapshot(...unitIds.map((unitId) => finished(unitId, '9')));
    decisionSpec(results)
      .given()
      .when(() => publish(snapshot(...units), decision, now, announced(short)))
      .thenFails(ResultsAreTooLarge, { max: 980_000 });
    expect(publish(snapshot(...units.slice(0, 3)))).toHaveLength(1);
  });
});

describe('the time for objections', () => {
  const { given } = decisionSpec(results);
  const units = [finished('u1', '9')];
  const shown = announce(snapshot(...units));
  const publishing =
    (at: string, of = snapshot(...units)) =>
    (state: Results) =>
      publish(of, decision, at, state);

  it('begins when provisional results are announced: nothing is published without', () =>
    given().when(publishing(objectUntil)).thenFails(ResultsAreNotAnnounced));

  it('ends at its instant; nothing is published before what was done until then is on record', () => {
    const at = (instant: string) => (state: Results) => publish(snapshot(...units), decision, instant, state);
    given(...shown)
      .when(at('2025-04-01T17:00:29.999Z'))
      .thenFails(ObjectionWindowIsOpen, { objectUntil });
    expect(at('2025-04-01T17:00:30.000Z')(shown.reduce(results.evolve, results.initial))).toHaveLength(1);
  });

  it('is that of the results announced last', () => {
    const later = '2025-04-21T00:00:00.000Z';
    given(...shown, ...announce(snapshot(...units), later))
      .when(publishing(now))
      .thenFails(ObjectionWindowIsOpen, { objectUntil: later });
  });

  it('leaves no objection without an answer: all that are open are named', () => {
    const objecting = (unitId: string, caseId: string) =>
      finished(unitId, '8', [], (history) =>
        history
          .caseReceived(caseId, 'score-objection')
          .caseReceived('kn', 'complaint')
          .caseReceived('kd_0', 'score-objection')
          .caseClosed('kd_0', 'score-objection', 'rejected'),
      );
    const block = snapshot(objecting('u1', 'kd_1'), objecting('u2', 'kd_2'), finished('u3', '7'));
    given(...shown)
      .when(publishing(now, block))
      .thenFails(ObjectionsAreOpen, {
        objections: [
          { unitId: 'u1', caseId: 'kd_1' },
          { unitId: 'u2', caseId: 'kd_2' },
        ],
      });
  });
});

describe('what becomes official', () => {
  const { given } = decisionSpec(results);
  const shown = announce(snapshot(finished('u1', '9'), finished('u2', '8'), unsubmitted('u3')));
  const publishing =
    (...units: UnitYearSnapshot[]) =>
    (state: Results) =>
      publish(snapshot(...units), decision, now, state);
  const ruled = ruledOn('2025-04-01');
  const decided = (unitId: string, from: string) =>
    finished(unitId, from, [], (history) => history.councilDecided('1', from, '7', 'x'));

  it('is what was announced', () =>
    expect(publishing(finished('u1', '9'), finished('u2', '8'), unsubmitted('u3'))(stateAfter(shown))).toHaveLength(1));

  it.each([
    ['the council decided since', [decided('u1', '9'), decided('u2', '8'), unsubmitted('u3')], ['u1', 'u2']],
    ['a unit was added', [finished('u1', '9'), finished('u2', '8'), unsubmitted('u3'), finished('u4', '1')], ['u4']],
    ['a unit is missing', [finished('u1', '9'), unsubmitted('u3')], ['u2']],
    ['a unit without a rank is gone', [finished('u1', '9'), finished('u2', '8')], ['u3']],
    ['a unit has a rank only now', [finished('u1', '9'), finished('u2', '8'), finished('u3', '1')], ['u3']],
    ['another unit’s points were ruled on', [decided('u1', '9'), ruled, unsubmitted('u3')], ['u1']],
  ])('is announced again when %s', (_, units, differing) =>
    given(...shown)
      .when(publishing(...units))
      .thenFails(FiguresHaveChanged, { units: differing.map((unitId) => ({ unitId })) }),
  );

  it('differs by rulings on points, with the ranks that follow', () => {
    const [event] = publishing(finished('u1', '9'), ruled, unsubmitted('u3'))(stateAfter(shown));
    expect(event?.data).toMatchObject({
      units: [
        { unitId: 'u2', rank: 1 },
        { unitId: 'u1', rank: 2 },
      ],
    });
  });

  it('is compared with what was announced last', () => {
    const again = announce(snapshot(decided('u1', '9'), finished('u2', '8')));
    expect(publishing(decided('u1', '9'), finished('u2', '8'))(stateAfter([...shown, ...again]))).toHaveLength(1);
    given(...shown, ...again)
      .when(publishing(finished('u1', '9'), finished('u2', '8')))
      .thenFails(FiguresHaveChanged, { units: [{ unitId: 'u1' }] });
  });
});
