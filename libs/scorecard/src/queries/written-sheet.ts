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
  /** What was said in the unit-year, once of each matter. A list, as each change makes another: a map would be several times as large. */
  readonly words: readonly StoredStatement[];
  readonly scored: ScoredFacts;
  readonly published: StoredFile['publishedPoints'];
  readonly groups: readonly Group[];
}

/** Components as text, one after the other. */
interface Group {
  readonly text: Buffer;
  /** Where each of them begins in `text`, and where the last one ends. */
  readonly places: readonly number[];
}

/**
 * So many components are one part of the text. What of it changed is written in full: memory outside V8's heap, of which every 64 MB make it
 * clear up everything; and each part is one more to be sent.
 */
const GROUPED = 8;

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
  const said = file.statements ?? [];
  const words = whole ? allWords(kept?.words ?? [], said) : withWords(kept?.words ?? [], said);
  if (words.length !== count) return undefined;
  const sheet = scoredFile({ ...file, statements: words }, ruleset, kept?.scored);
  const { figures, scored } = sheet;
  const groups = groupsOf(sheet, file.publishedPoints, kept);
  const texts = groups.map(({ text }) => text);
  return {
    before: bufferOf(`${JSON.stringify(sheet.known).slice(0, -1)},"asOf":`),
    after: [bufferOf(`,${JSON.stringify(figures).slice(1, -1)},"components":[`), ...texts, END],
    about: { ruleset: file.ruleset },
    basis: { position, words, scored, published: file.publishedPoints, groups },
    // What is long of what was said stands in the text as well.
    basisBytes:
      texts.reduce((sum, { length }) => sum + length, 0) +
      BYTES.statement * words.length +
      BYTES.component * scored.sheet.components.length +
      BYTES.batch * Object.keys(scored.facts.batches).length,
  };
}

/** All that was said, as the objects that are known where they say the same: then what rests on them is the same as well. */
function allWords(known: readonly StoredStatement[], said: readonly StoredStatement[]): readonly StoredStatement[] {
  const byMatter = new Map(known.map((statement) => [statement[0], statement]));
  return said.map((statement) => knownIfSame(statement, byMatter.get(statement[0])));
}

/** What is known, with the few matters of which something may have been said since. */
function withWords(known: readonly StoredStatement[], said: readonly StoredStatement[]): readonly StoredStatement[] {
  const words = [...known];
  for (const statement of said) {
    const at = words.findIndex(([matter]) => matter === statement[0]);
    if (at < 0) words.push(statement);
    else words[at] = knownIfSame(statement, words[at]);
  }
  return words;
}

function knownIfSame(statement: StoredStatement, before: StoredStatement | undefined): StoredStatement {
  return before && JSON.stringify(before) === JSON.stringify(statement) ? before : statement;
}

const END = Buffer.from(']}');

function groupsOf(
  { scored, own }: ScoredFile,
  published: StoredFile['publishedPoints'],
  kept: SheetBasis | undefined,
): readonly Group[] {
  const rubric = placeTextsOf(scored.ruleset);
  const { components } = scored.sheet;
  const isSame = (score: ComponentScore, at: number) =>
    kept?.scored.sheet.components[at] === score && kept.published?.[score.code] === published?.[score.code];
  return Array.from({ length: Math.ceil(components.length / GROUPED) }, (_, number) => {
    const first = number * GROUPED;
    const scores = components.slice(first, first + GROUPED);
    const before = kept?.groups[number];
    const same = scores.map((score, at) => before !== undefined && isSame(score, first + at));
    if (before && same.every(Boolean)) return before;
    return grouped(
      scores.map((score, at) => {
        if (before && same[at]) return before.text.subarray(before.places[at], before.places[at + 1]);
        // What stands in the rubric is most of it, and written once for all sheets.
        return Buffer.from(`${first + at > 0 ? ',' : ''}${rubric[first + at]},${JSON.stringify(own(score)).slice(1)}`);
      }),
    );
  });
}

function grouped(texts: readonly Buffer[]): Group {
  const places = [0];
  for (const { length } of texts) places.push((places.at(-1) ?? 0) + length);
  const text = Buffer.allocUnsafeSlow(places.at(-1) ?? 0);
  texts.forEach((each, at) => each.copy(text, places[at]));
  return { text, places };
}

/** In memory of its own: a small one would hold the whole of what Node cuts small buffers from. */
function bufferOf(text: string): Buffer {
  const buffer = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
  buffer.write(text);
  return buffer;
}
