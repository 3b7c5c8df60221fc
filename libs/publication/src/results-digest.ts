import { createHash } from 'node:crypto';
import type { DataOf } from '@app/kernel';
import { canonicalJson } from '@app/ruleset';
import type { resultsPublished } from './publication.events';

type Published = DataOf<typeof resultsPublished>;

/** What the digest covers: everything but the decision, the time and the digest itself. */
export type DigestedResults = Omit<Published, 'decision' | 'publishedAt' | 'digest'>;

const OUTSIDE: ReadonlySet<string> = new Set(['decision', 'publishedAt', 'digest'] satisfies (keyof Published)[]);

/** SHA-256 (hex) of the canonical JSON of published results without decision, time and digest: anybody can compute it again. */
export function resultsDigest(published: DigestedResults): string {
  const digested = Object.fromEntries(Object.entries(published).filter(([key]) => !OUTSIDE.has(key)));
  return createHash('sha256').update(canonicalJson(digested), 'utf8').digest('hex');
}
