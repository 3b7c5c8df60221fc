/** Where in a piece of what one side says a message begins, and whether one ends in it. */
export interface Found {
  readonly begins: boolean;
  readonly ends: boolean;
}

/** To be asked of all pieces that come from one side of one connection, in order. */
export type DataFinder = (piece: Buffer) => Found;

/** How one side's bytes are cut into messages, and which of them are looked for. */
interface Framing {
  /** What has come already, or need not come: before the first message only. */
  readonly known: Buffer;
  /** Bytes before the first header that belong to no message. */
  readonly preface: number;
  readonly header: number;
  /** Bytes behind the header. */
  readonly body: (header: Buffer) => number;
  readonly isWanted: (header: Buffer) => boolean;
}

/** Length of a frame (3 bytes), its kind (1), and what does not matter here (5). A client says something (24 bytes) before its first frame. */
const http2 = (side: 'client' | 'server'): Framing => ({
  known: Buffer.alloc(0),
  preface: side === 'client' ? 24 : 0,
  header: 9,
  body: (header) => header.readUIntBE(0, 3),
  isWanted: (header) => header[3] === 0,
});

/** Its kind (1 byte), which the very first message has not, and the length of itself and what follows (4). */
const postgresClient: Framing = {
  known: Buffer.alloc(1),
  preface: 0,
  header: 5,
  body: (header) => header.readUInt32BE(1) - 4,
  isWanted: (header) => header[0] === 'd'.charCodeAt(0),
};

/**
 * The finder for what such a side of connections to such an address says. In PostgreSQL's protocol a question, and each answer, comes in one
 * piece, where they are short, and nobody says anything else. Over gRPC both sides also send headers, acknowledge settings and pings and widen
 * windows, whenever they like: only a frame of data, which holds a message or the beginning of a long one, is a question or an answer.
 */
export function dataFinder(protocol: string, side: 'client' | 'server'): DataFinder {
  if (protocol.startsWith('postgres')) return () => ({ begins: true, ends: true });
  return finder(http2(side));
}

/** The finder for the pieces of rows that a client of PostgreSQL sends by COPY. */
export const copiedRowsFinder = (): DataFinder => finder(postgresClient);

function finder({ known, preface, header: size, body, isWanted }: Framing): DataFinder {
  let header = known;
  let [bodyLeft, wanted] = [preface, false];
  return (piece) => {
    let [begins, ends] = [false, false];
    for (let at = 0; at < piece.length;) {
      const passed = Math.min(bodyLeft, piece.length - at);
      at += passed;
      bodyLeft -= passed;
      ends ||= wanted && passed > 0 && bodyLeft === 0;
      if (at === piece.length) break;
      const missing = size - header.length;
      header = Buffer.concat([header, piece.subarray(at, at + missing)]);
      at += missing;
      if (header.length < size) break;
      wanted = isWanted(header);
      begins ||= wanted;
      bodyLeft = body(header);
      header = Buffer.alloc(0);
    }
    return { begins, ends };
  };
}
