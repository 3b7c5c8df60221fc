/** `<category>-<key>`: EventStoreDB splits categories at the first `-`, so there is only one. */
const STREAM_NAME = /^[a-z][a-z0-9_]*-[\p{L}\p{M}\p{N}._]+$/u;
const MAX_LENGTH = 250;

/** What is wrong with a stream name, in words; undefined when it is right. */
export function streamNameFault(stream: string): string | undefined {
  if (!STREAM_NAME.test(stream)) {
    return 'a stream is named <category>-<key>: a lower-case category, one "-", and a key of letters, digits, "." and "_"';
  }
  if (stream.length > MAX_LENGTH) return `a stream name has at most ${MAX_LENGTH} characters`;
  if (stream.normalize('NFC') !== stream)
    return 'a stream name is written in Unicode NFC, or one name would be two streams';
  return undefined;
}
