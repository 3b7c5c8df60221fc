import { type Ruleset, RulesetCatalog, rulesetRef } from '@app/ruleset';
import { component, sampleDays, ScoreHistory, smallRuleset } from '@app/testing';
import type { BlockYearSnapshot, UnitYearSnapshot } from '../src/block-year';
import { unitYear } from '../src/fold-block-year';
import { announceProvisionalResults } from '../src/announce-results';
import type { Decision, resultsPublished } from '../src/publication.events';
import { publishResults } from '../src/publish-results';
import { type Results, results } from '../src/results';

const ruleset: Ruleset = smallRuleset([
  component('1', { max: '10', rule: { kind: 'manual', notApplicable: 'rebase' } }),
]);
const ref = rulesetRef(ruleset);
const rulesets = new RulesetCatalog([ruleset]);

/** When provisional results are announced, until when units may object, and when results are published. */
const announcedAt = '2025-03-20T02:00:00.000Z';
const objectUntil = '2025-04-01T17:00:00.000Z';
const now = '2025-04-02T02:00:00.000Z';
const decision: Decision = { number: '1/QĐ', signedOn: '2025-04-02', signer: 'Chủ tịch' };

/** A unit whose appraisal is closed, after what `more` adds to its year. */
function finished(
  unitId: string,
  points: string | null,
  names: UnitYearSnapshot['names'] = [],
  more: (history: ScoreHistory) => ScoreHistory = (history) => history,
): UnitYearSnapshot {
  const history = new ScoreHistory(unitId, 2024).opened('b').declared('1', points).submitted();
  const known = unitYear(more(history.confirmed('1', points).appraisalClosed()).events, unitId, 2024);
  const facts = { ...known.facts, ruleset: ref };
  return { ...known, facts, unitId, atYearEnd: true, endedOn: null, names, used: {}, unreadable: null };
}

/** The block `b` in 2024, read up to a position. */
function snapshot(...units: UnitYearSnapshot[]): BlockYearSnapshot {
  const period = {
    submitBy: '2025-01-01T00:00:00.000Z',
    appraiseBy: '2025-03-01T00:00:00.000Z',
    ruleset: ref,
    skipped: false,
  };
  return { year: 2024, blockId: 'b', blockName: 'Khối B', logPosition: 77n, period, units };
}

const calendar = sampleDays(2025);

const announce = (of: BlockYearSnapshot, until = objectUntil, at = announcedAt, state: Results = results.initial) =>
  announceProvisionalResults(state, of, rulesets, until, calendar, ['lanh_dao'], at);

/** The state after provisional results were announced. */
const announced = (of: BlockYearSnapshot) => announce(of).reduce(results.evolve, results.initial);

/** By default, of what was announced. */
const publish = (of: BlockYearSnapshot, by = decision, at = now, state: Results = announced(of)) =>
  publishResults(state, of, rulesets, by, ['lanh_dao'], at);

/** What is published of it. */
function publishedOf(...given: Parameters<typeof publish>) {
  const [event] = publish(...given);
  if (event?.type !== 'ResultsPublished') throw new Error('nothing was published');
  return event.data satisfies ReturnType<typeof resultsPublished.of>['data'];
}

type Published = ReturnType<typeof publishedOf>;

/** The snapshot and its digest alone. */
const figuresOf = ({ decision: _, publishedAt: __, ...figures }: Published) => figures;

/** Finished units of a block of one component of 10 points, and what is decided on them. */
export const finishedBlock = {
  ...{ ref, rulesets, calendar, announcedAt, objectUntil, now, decision },
  ...{ finished, snapshot, announce, announced, publish, publishedOf, figuresOf },
};
