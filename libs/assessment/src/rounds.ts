import { type Component, componentsIn, type Field, judgedIn } from '@app/ruleset';
import type { Assessment } from './assessment';
import { RoundOutOfOrder } from './appraisal.errors';
import { FieldIsClosed, RoundIsOpen } from './field.errors';

/** The round that a field has reached: the last in which somebody spoke on one of its components; 0 before the first word. */
export function roundOf(state: Assessment, field: Field): number {
  return Math.max(0, ...componentsIn(field).map(({ code }) => state.rounds.get(code) ?? 0));
}

/** Whether all that is judged in the field is closed in the round that it reached; true of a field in which nothing is judged. */
export function isClosed(state: Assessment, field: Field): boolean {
  const round = roundOf(state, field);
  return judgedIn(field).every(({ code }) => state.closed.get(code) === round);
}

/**
 * Rounds go up one by one in each field by itself; the first is 1. The next one begins with its first word, once the field is closed in
 * the one before.
 */
export function demandRound(state: Assessment, field: Field, round: number): void {
  const present = roundOf(state, field);
  if (round === present && round > 0) return;
  if (round !== present + 1) throw new RoundOutOfOrder(round, present);
  if (present > 0 && !isClosed(state, field)) throw new RoundIsOpen(field.code, present);
}

/** The round, and the component still open in it. What the system counts is closed with all that is judged beside it. */
export function demandOpen(state: Assessment, field: Field, { code }: Pick<Component, 'code'>, round: number): void {
  demandRound(state, field, round);
  const judged = judgedIn(field).map((component) => component.code);
  const own = judged.includes(code) ? [code] : judged;
  if (own.length > 0 && own.every((one) => state.closed.get(one) === round)) throw new FieldIsClosed(field.code, round);
}
