const HEADER = 20;
const TEXT_OID = 25;

/** A text[] parameter in PostgreSQL's binary form: nothing is quoted here and nothing parsed there, which JSON makes much of. */
export function textArray(texts: readonly (string | null)[]): Buffer {
  const lengths = texts.map((text) => (text === null ? -1 : Buffer.byteLength(text)));
  const size = lengths.reduce((sum, length) => sum + 4 + Math.max(length, 0), HEADER);
  const array = Buffer.allocUnsafe(size);
  [1, lengths.includes(-1) ? 1 : 0, TEXT_OID, texts.length, 1].forEach((word, place) =>
    array.writeInt32BE(word, 4 * place),
  );
  let at = HEADER;
  texts.forEach((text, index) => {
    at = array.writeInt32BE(lengths[index] ?? -1, at);
    if (text !== null) at += array.write(text, at);
  });
  return array;
}
