import { ScoreHistory } from '@app/testing';
import * as fc from 'fast-check';
import { evolveFacts } from './evolve-facts';
import { initialFacts, type Recorded, type ScoreEvent, type UnitYearFacts } from './facts';

const fold = (events: readonly Recorded<ScoreEvent>[]): UnitYearFacts =>
  events.reduce(evolveFacts, initialFacts('u1', 2024));

/** A year with everything in it: two rounds, a return, a withdrawn batch, cases of every outcome. */
const wholeYear = () =>
  new ScoreHistory()
    .opened()
    .declared('1.1', '2')
    .declared('1.1', '1.5')
    .declared('1.2', null)
    .approvalRequested()
    .approvalDeclined()
    .approvalRequested()
    .submitted()
    .returned()
    .declared('1.2', '1')
    .submitted()
    .surveyed('b1', ['Q1', 'Q2'], ['AB', 'A-', '-C', 'BB'])
    .surveyed('b2', ['Q1', 'Q2'], ['CC', 'CC'])
    .withdrew('b2')
    .confirmed('1.1', '1.5')
    .adjusted('1.2', '1', '0.5', 'Thiếu tài liệu')
    .adjusted('1.2', '0.5', '0.75', 'Đã bổ sung', 2)
    .caseReceived('K1', 'complaint')
    .caseReceived('K2', 'feedback', '1.2')
    .caseClosed('K1', 'complaint', 'upheld')
    .appraisalClosed(2)
    .councilDecided('1.2', '0.75', '1', 'Lần đầu')
    .councilDecided('1.2', '1', '0.9', 'Xem lại')
    .ruled('1.2', '0.9', '1', 'K1', 'complaint')
    .ruled('1.2', '1', '0.95', 'K2');

describe('the facts of a unit-year', () => {
  it('know the block, the ruleset and how far the file has come', () => {
    expect(fold(new ScoreHistory().opened('quan-huyen').events)).toMatchObject({
      blockId: 'quan-huyen',
      ruleset: { id: 'sample', version: 1 },
      phase: 'declaring',
    });
    expect(fold(new ScoreHistory().opened().approvalRequested().events).phase).toBe('awaiting-approval');
    expect(fold(new ScoreHistory().opened().approvalRequested().approvalDeclined().events).phase).toBe('declaring');
    expect(fold(new ScoreHistory().opened().submitted().events).phase).toBe('submitted');
    expect(fold(new ScoreHistory().opened().submitted().returned().events).phase).toBe('declaring');
    expect(fold(wholeYear().events).phase).toBe('appraised');
  });

  it('keep the last declaration and the last appraisal', () => {
    const { components } = fold(wholeYear().events);
    expect(components['1.1']).toMatchObject({ self: { points: '1.5' }, appraisal: { points: '1.5', reason: null } });
    expect(components['1.2']?.appraisal).toMatchObject({ points: '0.75', round: 2, reason: 'Đã bổ sung' });
    expect(components['1.2']?.appraisal?.eventId).toBe('assessment-2024.u1@13');
  });

  it('keep the last decision of the council beside the appraisal', () => {
    const { components } = fold(wholeYear().events);
    expect(components['1.2']).toMatchObject({
      appraisal: { points: '0.75' },
      council: { points: '0.9', reason: 'Xem lại' },
    });
    expect(components['1.1']).not.toHaveProperty('council');
  });

  it('do not let a word of round 1 that comes in late undo round 2', () => {
    const { events } = new ScoreHistory().confirmed('1.1', '0').confirmed('1.1', '2', 2);
    for (const delivered of [events, [...events].reverse()])
      expect(fold(delivered).components['1.1']?.appraisal).toMatchObject({ points: '2', round: 2 });
  });

  it('keep the last decision on a case beside the council and the appraisal that it stands above', () => {
    const { components } = fold(wholeYear().ruled('1.2', '0.95', '0.5', 'K3').events);
    expect(components['1.2']).toMatchObject({
      appraisal: { points: '0.75' },
      council: { points: '0.9' },
      ruling: { points: '0.5', case: { kind: 'score-objection', caseId: 'K3' }, eventId: 'assessment-2024.u1@19' },
    });
  });

  it('tally a batch exactly, per question and option, leaving out "no answer"', () => {
    expect(fold(wholeYear().events).batches).toEqual({
      'citizens/b1': {
        respondents: 4,
        tallies: { Q1: { A: 2, B: 1 }, Q2: { B: 2, C: 1 } },
        eventId: 'survey-2024.u1@0',
        revision: '0',
      },
    });
  });

  it('count a batch that was recorded anew after its withdrawal', () => {
    const again = new ScoreHistory().surveyed('b1', ['Q1'], ['A']).withdrew('b1').surveyed('b1', ['Q1'], ['B', 'B']);
    expect(fold(again.events).batches['citizens/b1']?.tallies).toEqual({ Q1: { B: 2 } });
  });

  it('tell batches of two campaigns apart whatever their names contain', () => {
    const history = new ScoreHistory().surveyed('c', ['Q1'], ['A'], 'a/b').surveyed('b/c', ['Q1'], ['A'], 'a');
    expect(Object.keys(fold(history.events).batches)).toHaveLength(2);
  });

  it('hold cases by their number, open until they are closed', () => {
    const { cases } = fold(wholeYear().events);
    expect(cases['K1']).toMatchObject({ kind: 'complaint', outcome: 'upheld', eventId: 'casework-2024.u1@2' });
    expect(cases['K2']).toMatchObject({ kind: 'feedback', component: '1.2', outcome: null });
  });

  it('treat ids that are names of built-in properties like any other id', () => {
    const history = new ScoreHistory().declared('constructor', '1').caseReceived('__proto__', 'complaint');
    const facts = fold(history.events);
    expect(Object.keys(facts.components)).toEqual(['constructor']);
    expect(Object.keys(facts.cases)).toEqual(['__proto__']);
  });

  it('are plain JSON', () => {
    const facts = fold(wholeYear().events);
    expect(JSON.parse(JSON.stringify(facts))).toStrictEqual(facts);
  });

  it('are the same when events come twice, late, or in any order', () => {
    const { events } = wholeYear();
    const expected = fold(events);
    const redelivered = fc.shuffledSubarray(events, { minLength: events.length });
    fc.assert(
      fc.property(redelivered, fc.shuffledSubarray(events), (all, again) => {
        expect(fold([...all, ...again])).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});
