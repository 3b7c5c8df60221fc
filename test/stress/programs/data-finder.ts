/** Where in a piece of what one side says a message begins, and whether one ends in it. */
export interface Found {
  readonly begins: boolean;
  readonly ends: boolean;
}

/** To be asked of all pieces that come from one side of one connection, in order. */
export type DataFinder = (piece: Buffer) => Found;

/** Length of a frame (3 bytes), its kind (1), and what does not matter here (5). */
const HEADER = 9;
const DATA = 0;
/** What an HTTP/2 client says before its first frame. */
const PREFACE = 24;

/**
 * The finder for what such a side of connections to such an address says. In PostgreSQL's protocol a question, and each answer, comes in one
 * piece, where they are short, and nobody says anything else. Over gRPC both sides also send headers, acknowledge settings and pings and widen
 * windows, whenever they like: only a frame of data, which holds a message or the beginning of a long one, is a question or an answer.
 */
export function dataFinder(protocol: string, side: 'client' | 'server'): DataFinder {
  if (protocol.startsWith('postgres')) return () => ({ begins: true, ends: true });
  return framesOfData(side === 'client' ? PREFACE : 0);
}

function framesOfData(preface: number): DataFinder {
  let header = Buffer.alloc(0);
  let [bodyLeft, isData] = [preface, false];
  return (piece) => {
    let [begins, ends] = [false, false];
    for (let at = 0; at < piece.length;) {
      const body = Math.min(bodyLeft, piece.length - at);
      at += body;
      bodyLeft -= body;
      ends ||= isData && body > 0 && bodyLeft === 0;
      if (at === piece.length) break;
      const missing = HEADER - header.length;
      header = Buffer.concat([header, piece.subarray(at, at + missing)]);
      at += missing;
      if (header.length < HEADER) break;
      isData = header[3] === DATA;
      begins ||= isData;
      bodyLeft = header.readUIntBE(0, 3);
      header = Buffer.alloc(0);
    }
    return { begins, ends };
  };
}
