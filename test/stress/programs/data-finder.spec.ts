import { dataFinder } from './data-finder';

const [DATA, HEADERS, SETTINGS, WINDOW_UPDATE] = [0, 1, 4, 8];
const PREFACE = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');

function frame(kind: number, body: number): Buffer {
  const header = Buffer.alloc(9);
  header.writeUIntBE(body, 0, 3);
  header[3] = kind;
  return Buffer.concat([header, Buffer.alloc(body, DATA)]);
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
    for (let size = 1; size <= bytes.length; size += 1) {
      const finds = dataFinder('esdb:', side);
      const found = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
        finds(bytes.subarray(n * size, (n + 1) * size)),
      );
      const pieces = (where: 'begins' | 'ends') => found.flatMap((each, n) => (each[where] ? [n] : []));
      expect([pieces('begins'), pieces('ends')]).toEqual([[Math.floor(beginning / size)], [Math.floor(end / size)]]);
    }
  });

  it('takes every word of PostgreSQL for an answer', () => {
    expect(dataFinder('postgres:', 'server')(Buffer.alloc(1))).toEqual({ begins: true, ends: true });
  });
});
