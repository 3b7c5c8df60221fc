import { goals } from '../goals';
import { interleaved } from './contest';
import { readOptions } from './options';
import { judgeAll, markdownText } from './report';
import type { Series } from './series';
import { costExponent, median, percentile, ratios, spreadOf } from './statistics';
import { type Claim, judge, markOf, verdictOf } from './verdict';

describe('the figures of several rounds', () => {
  it('have the middle one as median, whatever their order', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([])).toBeNaN();
  });

  it('have percentiles by nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile(hundred, 0.5)).toBe(50);
    expect(percentile([7], 0.99)).toBe(7);
  });

  it('are told with their range and number', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ median: 2, least: 1, most: 3, rounds: 3 });
    expect(spreadOf([])).toBeUndefined();
  });

  it('are compared round by round', () => {
    expect(ratios([10, 40], [5, 10])).toEqual([2, 4]);
    expect(ratios([10, 40], [5])).toEqual([2]);
  });

  it('give the exponent of the cost', () => {
    expect(costExponent({ size: 100, cost: 2 }, { size: 1000, cost: 20 })).toBeCloseTo(1);
    expect(costExponent({ size: 10, cost: 1 }, { size: 100, cost: 100 })).toBeCloseTo(2);
  });
});

describe('rounds', () => {
  it('are interleaved, each beginning with another subject, and warm-ups do not count', async () => {
    const order: string[] = [];
    const subject = (name: string) => ({
      name,
      role: 'ours' as const,
      run: (round: number) => {
        order.push(name);
        return Promise.resolve({ rate: round, unasked: 1 });
      },
    });
    const contest = { name: 'c', units: { rate: '1/s' }, subjects: [subject('a'), subject('b')], rounds: 2 };
    const series = await interleaved(contest, () => undefined);
    expect(order).toEqual(['a', 'b', 'b', 'a', 'a', 'b']);
    expect(series.map(({ subject: name, figure, values }) => [name, figure, values])).toEqual([
      ['a', 'rate', [0, 1]],
      ['b', 'rate', [0, 1]],
    ]);
  });
});

describe('a goal', () => {
  const series = (subject: string, ...values: number[]): Series => ({
    ...{ contest: 'append', figure: 'rate', unit: 'events/s', role: 'ours' },
    ...{ subject, values },
  });
  const all = [series('ours', 18, 30, 22), series('limit', 10, 10, 10)];
  const claim: Claim = { contest: 'append', figure: 'rate', subject: 'ours', against: 'limit', atLeast: 2.2 };

  it('is met at the median, not at the best round', () => {
    expect(judge(claim, all)).toMatchObject({ met: true, measured: { median: 2.2, least: 1.8, most: 3 } });
    expect(judge({ ...claim, atLeast: 2.3 }, all).met).toBe(false);
  });

  it('may be a ceiling, and may be about the figure itself', () => {
    const alone: Claim = { contest: 'append', figure: 'rate', subject: 'ours' };
    expect(judge({ ...alone, atMost: 22 }, all).met).toBe(true);
    expect(judge({ ...alone, atMost: 21 }, all).met).toBe(false);
  });

  it('is called crossed when a single round says otherwise than the median', () => {
    const marked = (atLeast: number) => markOf(judge({ ...claim, atLeast }, all), true);
    expect([1.8, 1.9, 2.2, 2.3, 3, 3.1].map(marked)).toEqual([
      ...['met', 'met, range crosses', 'met, range crosses'],
      ...['missed, range crosses', 'missed, range crosses', 'missed'],
    ]);
    const ceiling = { ...claim, atLeast: undefined };
    expect([1.7, 1.8, 2.2, 3].map((atMost) => markOf(judge({ ...ceiling, atMost }, all), true))).toEqual([
      ...['missed', 'missed, range crosses', 'met, range crosses', 'met'],
    ]);
  });

  it('is neither met nor missed at another size than its own', () => {
    const [met, missed] = [judge(claim, all), judge({ ...claim, atLeast: 99 }, all)];
    expect(markOf(met, false)).toBe('not at its size (there met, range crosses)');
    expect(markOf(missed, false)).toBe('not at its size (there missed)');
    expect(verdictOf([met], false)).toBe('not at its size');
    expect(verdictOf([met, missed], false)).toBe('not at its size');
  });

  it('that was not measured is never met', () => {
    const unknown = judge({ ...claim, against: 'pgbench' }, all);
    expect(unknown).toMatchObject({ met: undefined, measured: undefined });
    expect(markOf(unknown, false)).toBe('not measured');
    expect(verdictOf([unknown], true)).toBe('not measured');
    expect(verdictOf([unknown], false)).toBe('not measured');
    expect(verdictOf([], true)).toBe('not measured');
    expect(verdictOf([unknown, judge(claim, all)], true)).toBe('met in part');
    expect(verdictOf([judge(claim, all)], true)).toBe('met');
    expect(verdictOf([judge(claim, all), unknown, judge({ ...claim, atLeast: 99 }, all)], true)).toBe('missed');
  });
});

describe('the goals that name a size', () => {
  const elsewhere = (...argv: string[]) =>
    judgeAll(goals, [], readOptions(argv, []).scale).flatMap(({ goal: { id }, atItsSize }) => (atItsSize ? [] : [id]));

  it('are all measured at it by the full scale, and those of the rebuild by no other', () => {
    expect(elsewhere('--full')).toEqual([]);
    expect(elsewhere()).toEqual(['R1', 'R2', 'R3', 'G1']);
    expect(elsewhere('--quick')).toEqual(['P1', 'R1', 'R2', 'R3', 'G1', 'G2', 'Q1']);
  });
});

describe('the page of a run', () => {
  const exponent = (...values: number[]): Series => ({
    ...{ contest: 'rebuild, growth', subject: 'PAR Ledger', role: 'ours', figure: 'exponent', unit: '' },
    values,
  });

  it('says which rows were asked for, what is not at its size, and where the rest is written; a paragraph is a line', () => {
    const series = [exponent(0.9, 1, 1.1)];
    const judged = judgeAll(
      goals.filter(({ id }) => id === 'G1'),
      series,
      readOptions([], []).scale,
    );
    const about = {
      begun: '2026-11-29T11:18Z',
      minutes: 1,
      scale: 'default',
      only: ['G1'],
      machine: '2 cores',
    } as const;
    const page = markdownText({ ...about, series, goals: judged, failures: [] });
    expect(page.split('\n').slice(0, 12)).toEqual([
      '# One run of the benchmark',
      '',
      'Run of 2026-11-29T11:18Z, 1 minutes, scale “default”, rows G1 and what is measured with them, 2 cores.',
      '',
      'How to read it: [bench.md](bench.md). What bounds the rows: [bench-bounds.md](bench-bounds.md).',
      '',
      'Written by `npm run bench -- --markdown`; not to be edited.',
      '',
      '## Goals',
      '',
      '| row | what | goal | figure | verdict |',
      '| --- | --- | --- | --- | --- |',
    ]);
    expect(page).toContain('| 1 (0.9–1.1) | not at its size (there met, range crosses) |');
  });
});
