import type { ExpectedRevision } from '@app/event-store';

const strongTag = /^"(0|[1-9]\d{0,18}|no-stream)"$/;

/** The revision of a stream as a strong entity tag (RFC 9110, 8.8.3): `"7"`, or `"no-stream"` of one that was never written. */
export function entityTagOf(revision: ExpectedRevision): string {
  return `"${revision}"`;
}

/** The revision that a tag of ours names; undefined for any other text, weak tags and lists of tags among them. */
export function revisionIn(tag: string): ExpectedRevision | undefined {
  const named = strongTag.exec(tag.trim())?.[1];
  if (named === undefined) return undefined;
  return named === 'no-stream' ? named : BigInt(named);
}

/** Whether `If-None-Match` names the tag: then the caller holds the answer already. Compared weakly, as a cache may have weakened the tag. */
export function isHeld(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const named = ifNoneMatch.split(',').map((each) => each.trim().replace(/^W\//, ''));
  return named.includes(tag) || named.includes('*');
}
