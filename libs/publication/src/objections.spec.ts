import { ScoreHistory, writeRuleset } from '@app/testing';
import { unitYear } from './fold-block-year';
import { ObjectionsAreNotRuled, ObjectionsAreOpen } from './objection.errors';
import { demandObjectionsAnswered } from './objections';

/** The unit `u1` after what is done to its year. */
const answered =
  (events: (history: ScoreHistory) => ScoreHistory, endedOn: string | null = null) =>
  () => {
    const known = unitYear(events(new ScoreHistory('u1', 2024).opened('b')).events, 'u1', 2024);
    const unit = { ...known, unitId: 'u1', atYearEnd: true, endedOn, names: [], used: {}, unreadable: null };
    demandObjectionsAnswered({ ruleset: writeRuleset, scored: [{ unit, sheet: null, fault: null }] });
  };
const closed =
  (component: string | null, outcome: 'upheld' | 'rejected' | 'withdrawn' = 'upheld', caseId = 'kd_1') =>
  (history: ScoreHistory) =>
    history
      .caseReceived(caseId, 'score-objection', component)
      .caseClosed(caseId, 'score-objection', outcome, component);

describe('an objection that was upheld', () => {
  it.each(['1.1.3', null])('(on %s) waits for a decision on it, by name', (component) => {
    const named = expect.objectContaining({ details: { objections: [{ unitId: 'u1', caseId: 'kd_1' }] } }) as Error;
    expect(answered(closed(component))).toThrow(ObjectionsAreNotRuled);
    expect(answered(closed(component))).toThrow(named);
    expect(answered((history) => closed(component)(history).ruled('1.1.3', '1', '2', 'kd_0'))).toThrow(named);
    expect(answered((history) => closed(component)(history).ruled('1.1.3', '1', '2', 'kd_1'))).not.toThrow();
  });

  it('is answered by its decision also when another one on the same component came later', () =>
    expect(
      answered((history) =>
        closed(
          '1.1.3',
          'upheld',
          'kd_2',
        )(closed('1.1.3')(history))
          .ruled('1.1.3', '1', '2', 'kd_1')
          .ruled('1.1.3', '2', '3', 'kd_2'),
      ),
    ).not.toThrow());

  it('waits for none where the unit has ended within the year: its file takes no decision', () => {
    expect(answered(closed('1.1.3'), '2024-08-01')).not.toThrow();
    expect(answered(closed('1.1.3'), '2025-01-01')).toThrow(ObjectionsAreNotRuled);
    expect(answered((history) => history.caseReceived('kd_1', 'score-objection'), '2024-08-01')).toThrow(
      ObjectionsAreOpen,
    );
  });

  it.each(['2.1.1', '2.1.2'])('on what is counted (%s) waits for none: the count itself is mended', (component) =>
    expect(answered(closed(component))).not.toThrow(),
  );
});

describe('what waits for no decision', () => {
  it.each(['rejected', 'withdrawn'] as const)('is an objection that was %s', (outcome) =>
    expect(answered(closed('1.1.3', outcome))).not.toThrow(),
  );

  it('is a complaint that was upheld', () =>
    expect(
      answered((history) => history.caseReceived('kn_1', 'complaint').caseClosed('kn_1', 'complaint', 'upheld')),
    ).not.toThrow());
});
