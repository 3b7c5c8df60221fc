import { RulesetCatalog, rulesetRef } from '@app/ruleset';
import { component, decisionSpec, ScoreHistory, smallRuleset } from '@app/testing';
import type { BlockYearSnapshot, UnitYearSnapshot } from './block-year';
import { unitYear } from './fold-block-year';
import { type Decision, publishResults } from './publish-results';
import { DecisionIsNotSigned, ResultsAreNotReady, ResultsAreTooLarge } from './publication.errors';
import type { resultsPublished } from './publication.events';
import { results } from './results';
import { resultsDigest } from './results-digest';

const ruleset = smallRuleset([component('1', { max: '10', rule: { kind: 'manual', notApplicable: 'rebase' } })]);
const ref = rulesetRef(ruleset);
const rulesets = new RulesetCatalog([ruleset]);
const now = '2025-04-02T02:00:00.000Z';
const decision = { number: '1/QĐ', signedOn: '2025-04-02', signer: 'Chủ tịch' };

const finished = (unitId: string, points: string | null, names: UnitYearSnapshot['names'] = []): UnitYearSnapshot => {
  const history = new ScoreHistory(unitId, 2024).opened('b').declared('1', points).submitted();
  const known = unitYear(history.confirmed('1', points).appraisalClosed().events, unitId, 2024);
  const facts = { ...known.facts, ruleset: ref };
  return { ...known, facts, unitId, atYearEnd: true, names, used: {}, unreadable: null };
};
const snapshot = (...units: UnitYearSnapshot[]): BlockYearSnapshot => ({
  year: 2024,
  blockId: 'b',
  blockName: 'Khối B',
  logPosition: 77n,
  period: {
    submitBy: '2025-01-01T00:00:00.000Z',
    appraiseBy: '2025-03-01T00:00:00.000Z',
    ruleset: ref,
    skipped: false,
  },
  units,
});
const publish = (of: BlockYearSnapshot, by: Decision = decision, at = now) =>
  publishResults(results.initial, of, rulesets, by, ['lanh_dao'], at);
const publishedOf = (of: BlockYearSnapshot, by?: Decision, at?: string) =>
  publish(of, by, at)[0]?.data as ReturnType<typeof resultsPublished.of>['data'];
const obstaclesIn = (of: BlockYearSnapshot) => {
  try {
    publish(of);
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
    const awaiting = { ...known, facts, unitId: 'u2', atYearEnd: true, names: [], used: {}, unreadable: null };
    const extended = { ...awaiting, submitBy: '2025-04-10T00:00:00.000Z' };
    expect(obstaclesIn(snapshot(finished('u1', '9'), extended))).toEqual(['u2 still-declaring']);
    expect(publishedOf(snapshot(finished('u1', '9'), awaiting)).unranked).toMatchObject([
      { unitId: 'u2', state: 'not-submitted' },
    ]);
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

  it('fits into one event of the log', () => {
    const long = [{ name: 'x'.repeat(300_000), from: '2020-01-01' }];
    const units = ['u1', 'u2', 'u3', 'u4'].map((unitId) => finished(unitId, '9', long));
    decisionSpec(results)
      .given()
      .when(() => publish(snapshot(...units)))
      .thenFails(ResultsAreTooLarge, { max: 980_000 });
    expect(publish(snapshot(...units.slice(0, 3)))).toHaveLength(1);
  });
});
