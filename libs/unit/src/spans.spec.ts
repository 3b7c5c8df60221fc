import * as fc from 'fast-check';
import { collisionOf, partInYear, type Span } from './spans';

const DAYS = ['2023-12-30', '2023-12-31', '2024-01-01', '2024-01-02', '2024-12-31', '2025-01-01', '2025-01-02'];
const day = fc.constantFrom(...DAYS);
const anySpan = fc.record({ from: day, until: fc.option(day) });
const properSpan = anySpan.filter(({ from, until }) => until === null || from <= until);

/** The days of the list on which a span holds, each looked at by itself. */
const daysOf = ({ from, until }: Span) => DAYS.filter((each) => from <= each && (until === null || each <= until));

describe('spans of time', () => {
  it('collide where they have a day in common, or end before they begin; and then it is told with which bound', () => {
    const met = { ends: 0, meets: 0, fits: 0 };
    const property = fc.property(anySpan, fc.array(properSpan, { maxLength: 2 }), (span, others) => {
      const collision = collisionOf(span, others);
      const isBackwards = span.until !== null && span.until < span.from;
      const meets = others.some((other) => daysOf(other).some((each) => daysOf(span).includes(each)));
      expect(collision !== undefined).toBe(isBackwards || meets);
      met[isBackwards ? 'ends' : meets ? 'meets' : 'fits'] += 1;
      if (collision === undefined) return;
      const bounds = isBackwards ? [span.from] : others.flatMap(({ from, until }) => [from, until]);
      expect([span.from, span.until, ...bounds]).toContain(collision[0]);
      expect(bounds).toContain(collision[1]);
    });
    fc.assert(property, { numRuns: 2_000 });
    expect(Math.min(...Object.values(met))).toBeGreaterThan(50);
  });

  it('lie in a year with the days that they have in it', () => {
    const property = fc.property(properSpan, fc.constantFrom(2023, 2024, 2025), (span, year) => {
      const inYear = daysOf(span).filter((each) => each.startsWith(String(year)));
      const part = partInYear(span, year);
      expect(part === null ? [] : daysOf(part)).toEqual(inYear);
    });
    fc.assert(property, { numRuns: 2_000 });
  });

  it.each<[string, Span, string | null, string | null]>([
    ['lasts', { from: '2022-05-01', until: null }, '2024-01-01', '2024-12-31'],
    ['begins in it', { from: '2024-05-01', until: null }, '2024-05-01', '2024-12-31'],
    ['ends in it', { from: '2022-05-01', until: '2024-05-01' }, '2024-01-01', '2024-05-01'],
    ['ends before', { from: '2022-05-01', until: '2023-12-31' }, null, null],
    ['begins after', { from: '2025-01-01', until: null }, null, null],
  ])('that %s', (_, span, from, until) =>
    expect(partInYear(span, 2024)).toEqual(from === null ? null : { from, until }),
  );
});
