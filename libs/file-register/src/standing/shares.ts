import { componentsIn, type Field, judgedIn } from '@app/ruleset';
import type { Progress } from './progress';

/** What one lead agency (cơ quan chủ trì) appraises of a field (lĩnh vực); null: the ruleset names none. In the order of the annex. */
export interface Share {
  readonly leadAgency: string | null;
  readonly components: readonly string[];
}

const known = new WeakMap<Field, readonly Share[]>();

/** A field as its lead agencies share it: what the system counts is nobody's. Rulesets are frozen: found out once. */
export function sharesOf(field: Field): readonly Share[] {
  const shares = known.get(field) ?? sharesIn(field);
  known.set(field, shares);
  return shares;
}

function sharesIn(field: Field): Share[] {
  const shares = new Map<string | null, string[]>();
  for (const { code, leadAgency } of judgedIn(field)) {
    const own = shares.get(leadAgency);
    if (own) own.push(code);
    else shares.set(leadAgency, [code]);
  }
  return [...shares].map(([leadAgency, components]) => ({ leadAgency, components }));
}

/** The round that a field has reached: the last in which somebody spoke on one of its components; 0 before the first word. */
export function roundOf({ rounds }: Pick<Progress, 'rounds'>, field: Field): number {
  return Math.max(0, ...componentsIn(field).map(({ code }) => rounds[code] ?? 0));
}

/** Whether a share is closed in the round that its field reached. */
export function isClosed({ closed }: Pick<Progress, 'closed'>, round: number, { components }: Share): boolean {
  return components.every((code) => closed[code] === round);
}
