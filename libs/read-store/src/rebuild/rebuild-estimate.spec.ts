import { type Measured, secondsLeft } from './rebuild-estimate';

/** 300 of 1200 events read in half a minute. */
const loading: Measured = {
  ...{ phase: 'loading', careful: null, position: '300', target: '1200', groups: null, settled: 0 },
  ...{ settledBefore: 0, secondsAtWork: 30, secondsSinceProgress: 1 },
};
/** Taken up at 500 of 1000 groups; 100 more in ten seconds. */
const settling: Measured = {
  ...{ ...loading, phase: 'settling', position: '1200', groups: 1000, settled: 600 },
  ...{ settledBefore: 500, secondsAtWork: 10 },
};

describe('what a rebuild still needs', () => {
  it.each<[string, Measured, number]>([
    ['the rest of the log at the pace of what was read', loading, 90],
    ['a second at least while something is left', { ...loading, position: '1199' }, 1],
    ['the groups at the pace since it was taken up, not since it was begun', settling, 40],
    ['nothing once it follows the log', { ...settling, phase: 'following', settled: 1000 }, 0],
  ])('is %s', (_, rebuild, seconds) => expect(secondsLeft(rebuild, true)).toBe(seconds));

  it.each<[string, Measured]>([
    ['it goes carefully, event by event', { ...loading, phase: 'following', careful: 'giá trị quá dài' }],
    ['it has only begun', { ...loading, secondsAtWork: 2.9 }],
    ['nobody began it yet, or a program did that took no note of when', { ...loading, secondsAtWork: null }],
    ['nothing is read yet', { ...loading, position: null }],
    ['nothing is settled since it was taken up', { ...settling, settled: 500 }],
    ['it was broken off: no progress for a minute', { ...loading, secondsSinceProgress: 60 }],
    ['the log is read and its keys are being made', { ...loading, position: '1201' }],
    ['the groups are settled and the ranks are being computed', { ...settling, settled: 1000 }],
  ])('is not known while %s', (_, rebuild) => expect(secondsLeft(rebuild, true)).toBeNull());

  it('is never told of a log whose positions are no numbers of events; groups are counted over any log', () => {
    expect([loading, settling].map((rebuild) => secondsLeft(rebuild, false))).toEqual([null, 40]);
  });
});
