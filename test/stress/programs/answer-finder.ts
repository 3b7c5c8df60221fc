/** Says of each piece that comes from a server whether an answer is in it; to be asked of all pieces of one connection, in order. */
export type AnswerFinder = (data: Buffer) => boolean;

/** Length of a frame (3 bytes), its kind (1), and what does not matter here (5). */
const HEADER = 9;
const DATA = 0;

/**
 * The finder for connections to such an address. PostgreSQL speaks only when it is asked. A gRPC server also acknowledges settings and pings and
 * widens windows, whenever it likes: only a frame of data is an answer.
 */
export function answerFinder(protocol: string): () => AnswerFinder {
  return protocol.startsWith('postgres') ? () => () => true : framesOfData;
}

function framesOfData(): AnswerFinder {
  let header = Buffer.alloc(0);
  let bodyLeft = 0;
  return (data) => {
    let found = false;
    for (let at = 0; at < data.length;) {
      const body = Math.min(bodyLeft, data.length - at);
      at += body;
      bodyLeft -= body;
      if (at === data.length) break;
      const missing = HEADER - header.length;
      header = Buffer.concat([header, data.subarray(at, at + missing)]);
      at += missing;
      if (header.length < HEADER) break;
      found ||= header[3] === DATA;
      bodyLeft = header.readUIntBE(0, 3);
      header = Buffer.alloc(0);
    }
    return found;
  };
}
