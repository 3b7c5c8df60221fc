import { createHash } from 'node:crypto';
import { canonicalJson } from '@app/ruleset';
import type { ResultsSnapshot } from './publication.events';

/** What the digest covers: everything but by whom, when and why, and the digest itself. */
export type DigestedResults = ResultsSnapshot;

/** What stands in an event beside its snapshot. */
const OUTSIDE: ReadonlySet<string> = new Set([
  ...['decision', 'publishedAt', 'digest'],
  ...['objectUntil', 'asked', 'announcedAt'],
  ...['supersedes', 'differences', 'reason', 'correctedAt'],
]);

/** SHA-256 (hex) of the canonical JSON of the snapshot alone, in whichever event it stands: anybody can compute it again. */
export function resultsDigest(results: DigestedResults): string {
  const digested = Object.fromEntries(Object.entries(results).filter(([key]) => !OUTSIDE.has(key)));
  return createHash('sha256').update(canonicalJson(digested), 'utf8').digest('hex');
}
