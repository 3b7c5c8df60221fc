import { eventSchema, UnsupportedEventVersion } from '.';

const scoreRecorded = eventSchema('ScoreRecorded')
  .startingAs<{ points: string }>()
  .upcastTo<{ points: string; evidence: readonly string[] }>((v1) => ({ ...v1, evidence: [] }))
  .upcastTo<{ points: string | null; evidence: readonly string[]; reason: string | null }>((v2) => ({
    ...v2,
    reason: null,
  }));

it('makes new facts in the newest shape', () => {
  const data = { points: '1.5', evidence: ['a'], reason: 'b' };
  expect(scoreRecorded.version).toBe(3);
  expect(scoreRecorded.of(data)).toEqual({ type: 'ScoreRecorded', data });
});

it('brings every shape that was ever stored to the newest one, step by step', () => {
  expect(scoreRecorded.decode(1, { points: '1' })).toEqual({ points: '1', evidence: [], reason: null });
  expect(scoreRecorded.decode(2, { points: '1', evidence: ['x'] })).toEqual({
    points: '1',
    evidence: ['x'],
    reason: null,
  });
  expect(scoreRecorded.decode(3, { points: null, evidence: [], reason: 'r' })).toEqual({
    points: null,
    evidence: [],
    reason: 'r',
  });
});

it('leaves what is stored untouched', () => {
  const stored = Object.freeze({ points: '1' });
  scoreRecorded.decode(1, stored);
  expect(stored).toEqual({ points: '1' });
});

it.each([0, -1, 4, 1.5, Number.NaN])('refuses version %d, which this program never wrote', (version) => {
  expect(() => scoreRecorded.decode(version, {})).toThrow(UnsupportedEventVersion);
});

it('says what to do when the event is newer than the program', () => {
  expect(() => scoreRecorded.decode(9, {})).toThrow(
    'ScoreRecorded was stored in version 9; this program knows versions 1 to 3',
  );
});

it('keeps the earlier schema as it was when a shape is added', () => {
  const first = eventSchema('A').startingAs<{ a: number }>();
  const second = first.upcastTo<{ a: number; b: number }>((v1) => ({ ...v1, b: 2 }));
  expect([first.version, second.version]).toEqual([1, 2]);
  expect(first.decode(1, { a: 1 })).toEqual({ a: 1 });
  expect(second.decode(1, { a: 1 })).toEqual({ a: 1, b: 2 });
});
