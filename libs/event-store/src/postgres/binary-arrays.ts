/** Element types of PostgreSQL by their numbers, which are fixed for ever. */
const BIGINT = 20;
const TEXT = 25;
const JSON_TEXT = 114;
const UUID = 2950;

const HEADER = 20;
/** One dimension counted from 1, as array_recv reads it. */
const LOWER_BOUND = 1;

/**
 * Arrays in PostgreSQL's binary form: the driver sends a Buffer as it is. As text, every quote of every JSON would be escaped here and
 * read character by character there.
 */
export const textArray = (values: readonly string[]): Buffer => ofTexts(TEXT, values);
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

function ofTexts(type: number, values: readonly string[]): Buffer {
  const lengths = values.map((value) => Buffer.byteLength(value));
  const array = begin(
    type,
    values.length,
    lengths.reduce((sum, length) => sum + 4 + length, 0),
  );
  let at = HEADER;
  for (const [index, value] of values.entries()) {
    const length = lengths[index] ?? 0;
    array.writeInt32BE(length, at);
    array.write(value, at + 4, 'utf8');
    at += 4 + length;
  }
  return array;
}

/** Dimensions, no NULL among them, the element type, the length and the lower bound; the elements follow. */
function begin(type: number, length: number, bytes: number): Buffer {
  const array = Buffer.allocUnsafe(HEADER + bytes);
  [1, 0, type, length, LOWER_BOUND].forEach((word, index) => array.writeInt32BE(word, index * 4));
  return array;
}
