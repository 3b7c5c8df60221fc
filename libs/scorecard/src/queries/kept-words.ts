import type { Written } from '@app/read-store';
import type { Ruleset } from '@app/ruleset';
import { type AboutSheet, type StoredFile, type StoredStatement, writtenNow } from './scored-now';

/** What was said in a unit-year, by matter, as a sheet that is kept was scored from it. */
export type KeptWords = ReadonlyMap<string, StoredStatement>;

/** A file with those of its statements that may be new since a sheet of it was kept. */
export interface ChangedFile extends StoredFile {
  /** How many statements there are in all. */
  readonly count: number;
  /** These are all of them: what is kept is not to be built on, or nothing is. */
  readonly whole: boolean;
}

/**
 * The sheet as text, scored from what is kept and what is new. Undefined where that does not make what is stored: a row was taken away, which
 * no program of ours does.
 */
export function writtenAgain(
  { count, whole, ...file }: ChangedFile,
  kept: KeptWords | undefined,
  ruleset: Ruleset,
): Written<AboutSheet, KeptWords> | undefined {
  const words = new Map(whole ? [] : kept);
  for (const statement of file.statements ?? []) words.set(statement[0], statement);
  if (words.size !== count) return undefined;
  const sheet = writtenNow({ ...file, statements: [...words.values()] }, ruleset);
  // All that was said stands in the sheet as well; parsed, and with two bytes for a character, it takes about twice as much.
  return { ...sheet, basis: words, basisBytes: 2 * (sheet.before.length + sheet.after.length) };
}
