import type { RecordedEvent } from './recorded-event';
import { missingParts, wholeAppends } from './whole-appends';

/** Events by their marks: `1/1`, `1/3` … */
function events(...marks: string[]): RecordedEvent[] {
  return marks.map((mark) => {
    const [part = 0, parts = 0] = mark.split('/').map(Number);
    return { metadata: { part, parts } } as RecordedEvent;
  });
}

const marksOf = (list: readonly RecordedEvent[]): string[] =>
  list.map(({ metadata }) => `${metadata.part}/${metadata.parts}`);

describe('a list of events', () => {
  it.each([
    [[], 0, []],
    [['1/1'], 0, ['1/1']],
    [['1/1', '1/3'], 2, ['1/1']],
    [['1/1', '1/3', '2/3'], 1, ['1/1']],
    [['1/1', '1/3', '2/3', '3/3'], 0, ['1/1', '1/3', '2/3', '3/3']],
    [['1/2'], 1, []],
    [['2/3'], 1, []],
  ])('%j lacks %d parts at its end and holds the whole appends %j', (marks, missing, whole) => {
    expect(missingParts(events(...marks))).toBe(missing);
    expect(marksOf(wholeAppends(events(...marks)))).toEqual(whole);
  });
});
