import { answerFinder } from './answer-finder';

const [DATA, SETTINGS, WINDOW_UPDATE] = [0, 4, 8];

function frame(kind: number, body: number): Buffer {
  const header = Buffer.alloc(9);
  header.writeUIntBE(body, 0, 3);
  header[3] = kind;
  return Buffer.concat([header, Buffer.alloc(body, DATA)]);
}

describe('answerFinder', () => {
  it('knows an answer from what a gRPC server says by itself, in pieces of every size', () => {
    const before = Buffer.concat([frame(SETTINGS, 36), frame(SETTINGS, 0), frame(WINDOW_UPDATE, 4)]);
    const bytes = Buffer.concat([before, frame(DATA, 300), frame(WINDOW_UPDATE, 4)]);
    for (let size = 1; size <= bytes.length; size += 1) {
      const finds = answerFinder('esdb:')();
      const found = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
        finds(bytes.subarray(n * size, (n + 1) * size)),
      );
      // The kind of the frame of data is its fourth byte.
      expect(found.map((each, n) => (each ? n : -1)).filter((n) => n >= 0)).toEqual([
        Math.floor((before.length + 8) / size),
      ]);
    }
  });

  it('takes every word of PostgreSQL for an answer', () => {
    expect(answerFinder('postgres:')()(Buffer.alloc(1))).toBe(true);
  });
});
