import { checkedText, type Instant, vietnamDate } from '@app/kernel';
import type { RulesetCatalog } from '@app/ruleset';
import type { BlockYearSnapshot } from './block-year';
import { NothingDiffers, NothingIsOfficial } from './correction.errors';
import { checkedDecision, rulingsBehind } from './decision';
import { differencesBetween, figuresOf } from './differences';
import { type Decision, type PublicationEvent, resultsCorrected } from './publication.events';
import type { OfficialResults, Results } from './results';
import { resultsDigest } from './results-digest';
import { demandSize } from './results-size';
import { resultsOf, scoredBlock } from './scored-block';

/** By which decision official results are corrected, and why. */
export interface Correction {
  readonly decision: Decision;
  readonly reason: string;
}

/**
 * Computes official results anew from the log at one position, under the rules that bound the year from the start, and makes them count in
 * place of the earlier ones, with every difference named. Refused where nothing was published here, where nothing differs, and for the
 * reasons for which publication is: unfinished units, anybody who appraised or ruled on one of them, and a decision that is signed before
 * what it corrects or rests on.
 */
export function correctResults(
  state: Results,
  snapshot: BlockYearSnapshot,
  rulesets: Pick<RulesetCatalog, 'get'>,
  { decision, reason }: Correction,
  correctors: readonly string[],
  now: Instant,
): PublicationEvent[] {
  const { year, blockId } = snapshot;
  const official = officialResults(state, year, blockId);
  const block = scoredBlock(snapshot, rulesets, correctors, now);
  const corrected = { what: 'quyết định được đính chính', on: official.signedOn };
  const signed = checkedDecision(decision, vietnamDate(now), [corrected, ...rulingsBehind(block)]);
  const results = resultsOf(block, signed.signedOn);
  const differences = differencesBetween(official.figures, figuresOf(results));
  if (differences.length === 0) throw new NothingDiffers(year, blockId);
  return demandSize([
    resultsCorrected.of({
      ...results,
      supersedes: official.digest,
      differences,
      reason: checkedText('Lý do đính chính', reason),
      decision: signed,
      correctedAt: now,
      digest: resultsDigest(results),
    }),
  ]);
}

function officialResults({ official, recorded }: Results, year: number, blockId: string): OfficialResults {
  if (official === null) throw new NothingIsOfficial(year, blockId, recorded === 'imported');
  return official;
}
