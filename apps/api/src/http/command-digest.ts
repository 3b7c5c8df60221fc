import { createHash } from 'node:crypto';
import type { Request } from 'express';

/**
 * SHA-256 (hex) over what a request asks and who asks it: a repeat has the same, whatever the order of its fields or the Unicode form of
 * its texts; another route, another path, another value or another person has another.
 */
export function commandDigestOf(request: Request, actor: string, onBehalfOf: string | null): string {
  const { path } = request.route as { readonly path: string };
  const input: unknown = request.body ?? {};
  const command = { route: `${request.method} ${path}`, parameters: request.params, input, actor, onBehalfOf };
  const text = JSON.stringify(command, sortedFields).normalize('NFC');
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Takes any JSON: the body has been parsed, but perhaps not checked yet. */
function sortedFields(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
