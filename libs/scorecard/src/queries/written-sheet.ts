import type { Written } from '@app/read-store';
import type { Ruleset, RulesetRef } from '@app/ruleset';
import type { ComponentScore, ScoredFacts } from '@app/scoring';
import { placeTextsOf } from './component-places';
import { type ScoredFile, scoredFile, type StoredFile, type StoredStatement } from './scored-now';

/** By which rules a sheet was scored. */
export interface AboutSheet {
  readonly ruleset: RulesetRef;
}

/** A file with those of its statements that may be new since a sheet of it was kept. */
export interface ChangedFile extends StoredFile {
  /** Of the last event of the unit-year. */
  readonly position: string;
  /** How many statements there are in all. */
  readonly count: number;
  /** These are all of them: what is kept is not to be built on, or nothing is. */
  readonly whole: boolean;
}

/** What a sheet that is kept was made of: the next one takes over what is still the same. */
export interface SheetBasis {
  /** How far what was said is known. */
  readonly position: string;
  /** What was said in the unit-year, by matter. */
  readonly words: ReadonlyMap<string, StoredStatement>;
  readonly scored: ScoredFacts;
  readonly published: StoredFile['publishedPoints'];
  readonly text: Buffer;
  /** Where each component begins in `text`, and where the last one ends. */
  readonly places: readonly number[];
}

/** What is kept beside the text, about: of a component its score and its facts, of a survey batch its tallies, which no sheet shows. */
const BYTES = { statement: 500, component: 400, batch: 8_000 };

/**
 * The sheet as text, scored from what is kept and what is new: the same as `scoredNow` in JSON. Most of it are components, of which few
 * change at a time: only those are scored and written anew. Undefined where what is kept and what is new do not make what is stored: a row
 * was taken away, which no program of ours does.
 */
export function writtenAgain(
  { position, count, whole, ...file }: ChangedFile,
  kept: SheetBasis | undefined,
  ruleset: Ruleset,
): Written<AboutSheet, SheetBasis> | undefined {
  const words = new Map(whole ? [] : kept?.words);
  for (const statement of file.statements ?? []) words.set(statement[0], sameOr(statement, kept?.words));
  if (words.size !== count) return undefined;
  const sheet = scoredFile({ ...file, statements: [...words.values()] }, ruleset, kept?.scored);
  const before = Buffer.from(`${JSON.stringify(sheet.known).slice(0, -1)},"asOf":`);
  const written = textOf(sheet, before, file.publishedPoints, kept);
  const { text, scored } = written;
  return {
    before: text.subarray(0, before.length),
    after: text.subarray(before.length),
    about: { ruleset: file.ruleset },
    basis: { position, words, ...written },
    // What is long of what was said stands in the text as well.
    basisBytes:
      text.length +
      BYTES.statement * words.size +
      BYTES.component * scored.sheet.components.length +
      BYTES.batch * Object.keys(scored.facts.batches).length,
  };
}

/** As it is known, where that is the same: then what rests on it is the same as well. */
function sameOr(statement: StoredStatement, known: SheetBasis['words'] | undefined): StoredStatement {
  const before = known?.get(statement[0]);
  return before && JSON.stringify(before) === JSON.stringify(statement) ? before : statement;
}

/** One text, as a small one would hold a share of the memory that Node cuts small buffers from. */
function textOf(
  { figures, scored, own }: ScoredFile,
  before: Buffer,
  published: StoredFile['publishedPoints'],
  kept: SheetBasis | undefined,
): Omit<SheetBasis, 'position' | 'words'> {
  const rubric = placeTextsOf(scored.ruleset);
  const component = (score: ComponentScore, at: number): Buffer => {
    const isSame =
      kept?.scored.sheet.components[at] === score && kept.published?.[score.code] === published?.[score.code];
    if (isSame) return kept.text.subarray(kept.places[at], kept.places[at + 1]);
    // What stands in the rubric is most of it, and written once for all sheets.
    return Buffer.from(`${at > 0 ? ',' : ''}${rubric[at]},${JSON.stringify(own(score)).slice(1)}`);
  };
  const head = Buffer.from(`,${JSON.stringify(figures).slice(1, -1)},"components":[`);
  const texts = scored.sheet.components.map(component);
  const places = [before.length + head.length];
  for (const { length } of texts) places.push((places.at(-1) ?? 0) + length);
  return { scored, published, places, text: Buffer.concat([before, head, ...texts, Buffer.from(']}')]) };
}
