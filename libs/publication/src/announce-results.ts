import { type Instant, vietnamDate, type WorkingCalendar } from '@app/kernel';
import type { RulesetCatalog } from '@app/ruleset';
import type { BlockYearSnapshot } from './block-year';
import { objectUntilSet } from './objection-window';
import { provisionalResultsAnnounced, type PublicationEvent } from './publication.events';
import { demandUnrecorded, type Results } from './results';
import { resultsDigest } from './results-digest';
import { demandSize } from './results-size';
import { resultsOf, scoredBlock } from './scored-block';

/**
 * Shows the units what will be published, so that they may object before `objectUntil`: the same figures from the log at one position,
 * without a decision and without force. Refused for the reasons for which publication is, and where units had too little time. Announced again, the later results stand and
 * the time for objections runs anew, until something is official.
 */
export function announceProvisionalResults(
  state: Results,
  snapshot: BlockYearSnapshot,
  rulesets: Pick<RulesetCatalog, 'get'>,
  objectUntil: Instant,
  calendar: WorkingCalendar,
  announcers: readonly string[],
  now: Instant,
): PublicationEvent[] {
  demandUnrecorded(state, snapshot.year, snapshot.blockId);
  const results = resultsOf(scoredBlock(snapshot, rulesets, announcers, now), vietnamDate(now));
  const { asked, effective } = objectUntilSet(objectUntil, calendar, now);
  const digest = resultsDigest(results);
  const until = { objectUntil: effective, asked: { objectUntil: asked } };
  return demandSize([provisionalResultsAnnounced.of({ ...results, ...until, announcedAt: now, digest })]);
}
