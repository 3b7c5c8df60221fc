import { Rational } from '@app/kernel';
import * as fc from 'fast-check';
import { rankBlock, rewardQuota } from './rank';
import type { Standing } from './score-sheet';

const standing = (unitId: string, value: string, ...tieBreakers: string[]): Standing => ({
  unitId,
  value: Rational.of(value),
  tieBreakers: tieBreakers.map((breaker) => Rational.of(breaker)),
});
const block = (...values: string[]) =>
  values.map((value, index) => standing(`u${String(index).padStart(3, '0')}`, value));
const ranksOf = (standings: Standing[], scheme: 'competition' | 'dense' | 'ordinal') =>
  rankBlock(standings, { scheme }).map(({ rank }) => rank);

describe('ranking a block', () => {
  const tied = block('90', '80', '80', '70');

  it('numbers ties 1-2-2-4 under competition ranking', () => {
    expect(ranksOf(tied, 'competition')).toEqual([1, 2, 2, 4]);
    expect(rankBlock(tied, { scheme: 'competition' }).map((ranked) => ranked.tied)).toEqual([false, true, true, false]);
  });

  it('numbers ties 1-2-2-3 under dense ranking', () => expect(ranksOf(tied, 'dense')).toEqual([1, 2, 2, 3]));

  it('tells ties apart by the declared tie-breakers under ordinal ranking, the first that differs deciding', () => {
    const units = [standing('a', '80', '30', '9'), standing('b', '80', '31', '1'), standing('c', '80', '30', '10')];
    expect(rankBlock(units, { scheme: 'ordinal' })).toEqual([
      { unitId: 'b', rank: 1, tied: false },
      { unitId: 'c', rank: 2, tied: false },
      { unitId: 'a', rank: 3, tied: false },
    ]);
  });

  it('lets units that no tie-breaker tells apart share the rank, marked as tied', () => {
    const units = [standing('b', '80', '30'), standing('a', '80', '30'), standing('c', '70', '30')];
    expect(rankBlock(units, { scheme: 'ordinal' })).toEqual([
      { unitId: 'a', rank: 1, tied: true },
      { unitId: 'b', rank: 1, tied: true },
      { unitId: 'c', rank: 3, tied: false },
    ]);
  });

  it('ignores tie-breakers under the other schemes', () => {
    expect(ranksOf([standing('a', '80', '1'), standing('b', '80', '2')], 'competition')).toEqual([1, 1]);
  });

  it('tells 2/3 from 0.6667', () =>
    expect(ranksOf(block('2/3', '0.6667', '0.6666'), 'competition')).toEqual([1, 2, 3]));

  it('ranks blocks of none, of one, and of units all tied', () => {
    expect(ranksOf([], 'competition')).toEqual([]);
    expect(ranksOf(block('50'), 'competition')).toEqual([1]);
    expect(ranksOf(block('50', '50', '50'), 'dense')).toEqual([1, 1, 1]);
    expect(ranksOf(block('90', '90', '50'), 'competition')).toEqual([1, 1, 3]);
  });
});

describe('ranking, for any block', () => {
  const unit = fc.record({ value: fc.integer({ min: 0, max: 12 }), breaker: fc.integer({ min: 0, max: 2 }) });
  const units = fc
    .array(unit, { maxLength: 40 })
    .map((all) => all.map(({ value, breaker }, index) => standing(`u${index}`, `${value}/7`, String(breaker))));
  const schemes = fc.constantFrom('competition' as const, 'dense' as const, 'ordinal' as const);

  /** Written from the definition, comparing every unit with every other. */
  function counted(all: readonly Standing[], of: Standing, scheme: string) {
    const float = ({ numerator, denominator }: Rational) => Number(numerator) / Number(denominator);
    const keyOf = ({ value, tieBreakers: [breaker] }: Standing) =>
      float(value) + (scheme === 'ordinal' && breaker ? float(breaker) / 1000 : 0);
    const better = all.filter((other) => keyOf(other) > keyOf(of)).map(keyOf);
    const rank = 1 + (scheme === 'dense' ? new Set(better).size : better.length);
    return { unitId: of.unitId, rank, tied: all.some((other) => other !== of && keyOf(other) === keyOf(of)) };
  }

  it('gives each unit the rank that counting the better ones gives', () =>
    fc.assert(
      fc.property(units, schemes, (all, scheme) => {
        const ranked = rankBlock(all, { scheme });
        expect(ranked).toHaveLength(all.length);
        for (const one of all) {
          expect(ranked.find(({ unitId }) => unitId === one.unitId)).toEqual(counted(all, one, scheme));
        }
      }),
      { numRuns: 500 },
    ));

  it('does not depend on the order in which the units come', () =>
    fc.assert(
      fc.property(
        units.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        schemes,
        ([all, shuffled], scheme) => expect(rankBlock(shuffled, { scheme })).toEqual(rankBlock(all, { scheme })),
      ),
      { numRuns: 500 },
    ));
});

describe('the reward quota', () => {
  const third = { numerator: 1, denominator: 3 };

  it('is nothing in a block of one or two', () =>
    expect([0, 1, 2].map((n) => rewardQuota(n, third))).toEqual([0, 0, 0]));

  it('is floor(n/3) for n = 1 to 500', () => {
    for (let n = 1; n <= 500; n += 1) {
      const quota = rewardQuota(n, third);
      expect([quota * 3 <= n, (quota + 1) * 3 > n, Number.isInteger(quota)]).toEqual([true, true, true]);
    }
  });

  it('takes any other share', () => expect(rewardQuota(22, { numerator: 2, denominator: 5 })).toBe(8));
});
