import { copiedRowsFinder, type DataFinder, dataFinder } from './data-finder';

const [DATA, HEADERS, SETTINGS, WINDOW_UPDATE] = [0, 1, 4, 8];
const PREFACE = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');

function frame(kind: number, body: number): Buffer {
  const header = Buffer.alloc(9);
  header.writeUIntBE(body, 0, 3);
  header[3] = kind;
  return Buffer.concat([header, Buffer.alloc(body, DATA)]);
}

function said(kind: string, body: number): Buffer {
  const header = Buffer.from([kind.charCodeAt(0), 0, 0, 0, 0]);
  header.writeUInt32BE(body + 4, 1);
  return Buffer.concat([header, Buffer.alloc(body)]);
}

/** Cut into pieces of every size, `bytes` hold one thing that is looked for: the last byte of its header and its own last byte are there. */
function expectFound(newFinder: () => DataFinder, bytes: Buffer, beginning: number, end: number): void {
  for (let size = 1; size <= bytes.length; size += 1) {
    const finds = newFinder();
    const found = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
      finds(bytes.subarray(n * size, (n + 1) * size)),
    );
    const pieces = (where: 'begins' | 'ends') => found.flatMap((each, n) => (each[where] ? [n] : []));
    expect([pieces('begins'), pieces('ends')]).toEqual([[Math.floor(beginning / size)], [Math.floor(end / size)]]);
  }
}

describe('dataFinder', () => {
  it.each([
    ['server', [frame(SETTINGS, 36), frame(SETTINGS, 0), frame(WINDOW_UPDATE, 4)]],
    ['client', [PREFACE, frame(SETTINGS, 36), frame(WINDOW_UPDATE, 4), frame(HEADERS, 200)]],
  ] as const)('knows data from what a gRPC %s says besides, in pieces of every size', (side, besides) => {
    const before = Buffer.concat(besides);
    const bytes = Buffer.concat([before, frame(DATA, 300), frame(WINDOW_UPDATE, 4)]);
    const beginning = before.length + 8; // The last byte of its header.
    const end = before.length + 9 + 299;
    expectFound(() => dataFinder('esdb:', side), bytes, beginning, end);
  });

  it('knows rows that are copied from what else a client says to PostgreSQL, in pieces of every size', () => {
    const before = Buffer.concat([Buffer.from([0, 0, 0, 8, 0, 3, 0, 0]), said('Q', 40), said('S', 0)]);
    const bytes = Buffer.concat([before, said('d', 300), said('c', 0)]);
    expectFound(copiedRowsFinder, bytes, before.length + 4, before.length + 5 + 299);
  });

  it('takes every word of PostgreSQL for an answer', () => {
    expect(dataFinder('postgres:', 'server')(Buffer.alloc(1))).toEqual({ begins: true, ends: true });
  });
});
