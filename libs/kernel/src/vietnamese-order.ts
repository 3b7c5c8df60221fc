/** Text as people search it: without diacritics, lower-case, one space between words; `Đ` is found as `d`. */
export function withoutDiacritics(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * A text that sorts, byte by byte, as the Vietnamese alphabet does: Ă, Â after A; Đ after D; tones (huyền, hỏi, ngã, sắc, nặng) decide only
 * between names that are otherwise alike. Upper and lower case are the same.
 */
export function vietnameseSortKey(text: string): string {
  const letters = [...text.normalize('NFC').toLowerCase()].map(ranked);
  return `${letters.map(({ letter }) => letter).join('')} ${letters.map(({ tone }) => tone).join('')}`;
}

const ALPHABET = [...'0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'];
/** By place: none, huyền, hỏi, ngã, sắc, nặng. */
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/u;

/** A letter's place in the alphabet in three characters, and its tone in one; whatever is no letter or digit comes before them. */
function ranked(character: string): { readonly letter: string; readonly tone: string } {
  const parts = character.normalize('NFD');
  const tone = TONE.exec(parts)?.[0] ?? '';
  const place = ALPHABET.indexOf(parts.replace(TONE, '').normalize('NFC'));
  const letter =
    place < 0 ? `0${character.codePointAt(0)?.toString(16).padStart(6, '0')}` : `1${`${place}`.padStart(2, '0')}`;
  return { letter, tone: `${TONES.indexOf(tone)}` };
}
