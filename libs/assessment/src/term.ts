import type { Instant } from '@app/kernel';

/** Until when a file is written to, before the instant: as a whole, and components that were given an instant of their own (`extended`). */
export interface Term {
  readonly whole: Instant;
  readonly extended: ReadonlyMap<string, Instant>;
}

/** One instant for the whole file. */
export function termUntil(whole: Instant): Term {
  return { whole, extended: new Map() };
}

/** Longer for these components, null: for the whole file. That it is longer is what the decision sees to. */
export function withExtension(term: Term, until: Instant, components: readonly string[] | null): Term {
  if (components === null) return { ...term, whole: until };
  return { ...term, extended: new Map([...term.extended, ...components.map((code) => [code, until] as const)]) };
}

/** Until when one component is written to: the later of its own instant and the whole file's. */
export function endFor({ whole, extended }: Term, component: string): Instant {
  return latest(whole, extended.get(component) ?? whole);
}

/** Until when what concerns all of these components may be done: as long as one of them is still written to. */
export function endForAny(term: Term, components: readonly string[]): Instant {
  return latest(term.whole, ...components.map((code) => endFor(term, code)));
}

/** Until when the file itself may be moved on: as long as anything in it is still written to. */
export function endOf({ whole, extended }: Term): Instant {
  return latest(whole, ...extended.values());
}

function latest(first: Instant, ...others: readonly Instant[]): Instant {
  return others.reduce((last, one) => (one > last ? one : last), first);
}
