import { componentsIn, type Field, judgedIn } from '@app/ruleset';
import type { Progress } from './progress';

/** What one lead agency (cơ quan chủ trì) appraises of a field (lĩnh vực); null: the ruleset names none. In the order of the annex. */
export interface Share {
  readonly leadAgency: string | null;
  readonly components: readonly string[];
}

/** A field as its lead agencies share it: what the system counts is nobody's. */
export function sharesOf(field: Field): Share[] {
  const shares = new Map<string | null, string[]>();
  for (const { code, leadAgency } of judgedIn(field)) {
    const known = shares.get(leadAgency);
    if (known) known.push(code);
    else shares.set(leadAgency, [code]);
  }
  return [...shares].map(([leadAgency, components]) => ({ leadAgency, components }));
}

/** The round that a field has reached: the last in which somebody spoke on one of its components; 0 before the first word. */
export function roundOf({ rounds }: Pick<Progress, 'rounds'>, field: Field): number {
  return Math.max(0, ...componentsIn(field).map(({ code }) => rounds[code] ?? 0));
}

/** Whether a share is closed in the round that its field reached. */
export function isClosed(progress: Pick<Progress, 'rounds' | 'closed'>, field: Field, { components }: Share): boolean {
  const round = roundOf(progress, field);
  return components.every((code) => progress.closed[code] === round);
}
