/** Element types of PostgreSQL by their numbers, which are fixed for ever. */
const BIGINT = 20;
const TEXT = 25;
const JSON_TEXT = 114;
const UUID = 2950;

const HEADER = 20;
/** One dimension counted from 1, as array_recv reads it. */
const LOWER_BOUND = 1;
/** The length of an element that is NULL. */
const NULL = -1;

/**
 * Arrays in PostgreSQL's binary form: the driver sends a Buffer as it is. As text, every quote of every JSON would be escaped here and
 * read character by character there.
 */
export const textArray = (values: readonly (string | null)[]): Buffer => ofTexts(TEXT, values);
/** The same for JSON, which the server checks while it binds the parameter. */
export const jsonArray = (values: readonly string[]): Buffer => ofTexts(JSON_TEXT, values);

/** The same for numbers of 64 bits. */
export function bigintArray(values: readonly bigint[]): Buffer {
  const array = begin(BIGINT, values.length, values.length * 12);
  let at = HEADER;
  for (const value of values) {
    array.writeInt32BE(8, at);
    array.writeBigInt64BE(value, at + 4);
    at += 12;
  }
  return array;
}

/** Ids as 8-4-4-4-12 hexadecimal digits. */
export function uuidArray(ids: readonly string[]): Buffer {
  const array = begin(UUID, ids.length, ids.length * 20);
  let at = HEADER;
  for (const id of ids) {
    array.writeInt32BE(16, at);
    array.write(id.replaceAll('-', ''), at + 4, 'hex');
    at += 20;
  }
  return array;
}

function ofTexts(type: number, values: readonly (string | null)[]): Buffer {
  const lengths = values.map((value) => (value === null ? NULL : Buffer.byteLength(value)));
  const bytes = lengths.reduce((sum, length) => sum + 4 + Math.max(length, 0), 0);
  const array = begin(type, values.length, bytes, lengths.includes(NULL));
  let at = HEADER;
  for (const [index, value] of values.entries()) {
    at = array.writeInt32BE(lengths[index] ?? NULL, at);
    if (value !== null) at += array.write(value, at, 'utf8');
  }
  return array;
}

/** Dimensions, whether there is a NULL among them, the element type, the length and the lower bound; the elements follow. */
function begin(type: number, length: number, bytes: number, hasNulls = false): Buffer {
  const array = Buffer.allocUnsafe(HEADER + bytes);
  [1, hasNulls ? 1 : 0, type, length, LOWER_BOUND].forEach((word, index) => array.writeInt32BE(word, index * 4));
  return array;
}
