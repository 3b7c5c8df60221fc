import { finalInstant } from '@app/event-store';
import { type Instant, vietnamDate } from '@app/kernel';
import type { RulesetCatalog } from '@app/ruleset';
import { demandAsAnnounced } from './announced-points';
import type { BlockYearSnapshot } from './block-year';
import { checkedDecision, rulingsBehind } from './decision';
import { ObjectionWindowIsOpen, ResultsAreNotAnnounced } from './objection.errors';
import { demandObjectionsAnswered } from './objections';
import { type Decision, type PublicationEvent, resultsPublished } from './publication.events';
import { demandUnrecorded, type Results } from './results';
import { resultsDigest } from './results-digest';
import { demandSize } from './results-size';
import { resultsOf, scoredBlock } from './scored-block';

/**
 * Publishes the official results of a block's year as one fact: scored from the log as it stood at one position, ranked, classed,
 * digested. The same snapshot always gives the same results. Refused before the provisional results were announced and their time for
 * objections has run out, while an objection is open or upheld without a ruling, where figures changed since but by rulings, with every
 * reason while any unit is unfinished, for anybody who appraised one of the units, by a decision that is signed before all this was so, and
 * when results are on record.
 */
export function publishResults(
  state: Results,
  snapshot: BlockYearSnapshot,
  rulesets: Pick<RulesetCatalog, 'get'>,
  decision: Decision,
  publishers: readonly string[],
  now: Instant,
): PublicationEvent[] {
  const { year, blockId } = snapshot;
  demandUnrecorded(state, year, blockId);
  const { points, objectUntil } = announcedInTime(state, year, blockId, now);
  const block = scoredBlock(snapshot, rulesets, publishers, now);
  demandObjectionsAnswered(block);
  const window = { what: 'khi hết hạn kiến nghị', on: vietnamDate(objectUntil) };
  const signed = checkedDecision(decision, vietnamDate(now), [window, ...rulingsBehind(block)]);
  const results = resultsOf(block, signed.signedOn);
  demandAsAnnounced(points, results, block);
  const digest = resultsDigest(results);
  return demandSize([resultsPublished.of({ ...results, decision: signed, publishedAt: now, digest })]);
}

/** What was announced, once the time to object to it is over, and everything that was done in that time is on record. */
function announcedInTime(
  { provisional }: Results,
  year: number,
  blockId: string,
  now: Instant,
): NonNullable<Results['provisional']> {
  if (provisional === null) throw new ResultsAreNotAnnounced(year, blockId);
  if (finalInstant(now) < provisional.objectUntil) throw new ObjectionWindowIsOpen(provisional.objectUntil, now);
  return provisional;
}
