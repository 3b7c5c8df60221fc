import { differencesBetween, figuresOf } from './differences';
import type { ResultsSnapshot } from './publication.events';

type State = ResultsSnapshot['unranked'][number]['state'];

const without = (state: State) => figuresOf({ units: [], unranked: [{ unitId: 'u1', unitName: 'Đơn vị 1', state }] });

describe('what differs of a unit without a rank', () => {
  it.each<[State, State]>([
    ['not-submitted', 'not-resubmitted'],
    ['not-assessed', 'not-assessed'],
  ])('%s, now %s: nothing', (before, after) => {
    expect(differencesBetween(without(before), without(after))).toEqual([]);
  });

  it.each<[State, State]>([
    ['not-submitted', 'ended'],
    ['not-assessed', 'not-resubmitted'],
  ])('%s, now %s: the unit is named', (before, after) => {
    expect(differencesBetween(without(before), without(after))).toMatchObject([{ unitId: 'u1' }]);
  });
});
