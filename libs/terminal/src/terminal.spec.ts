import { PassThrough } from 'node:stream';
import { decimalComma, moveGlyph, percent, startProgress, textTable } from '.';
import { duration } from './vietnamese-numbers';

describe('Vietnamese numbers', () => {
  it.each([
    ['86.97', '86,97'],
    ['-1.35', '−1,35'],
    ['1234567.5', '1.234.567,5'],
    ['0', '0'],
    ['100', '100'],
  ])('%s is shown as %s', (text, shown) => expect(decimalComma(text)).toBe(shown));

  it('shows a percentage with a space before the sign', () => expect(percent('89.45')).toBe('89,45 %'));

  it('shows a move by a glyph and a number, never by colour alone', () => {
    expect([7, -2, 0, null].map(moveGlyph)).toEqual(['▲ 7', '▼ 2', '=', '—']);
  });
});

describe('a duration', () => {
  it.each([
    [0, '0 giây'],
    [59.4, '59 giây'],
    [645, '10 phút 45 giây'],
    [3_900, '1 giờ 5 phút'],
    [Infinity, '—'],
    [NaN, '—'],
  ])('of %s s is shown as %s', (seconds, shown) => expect(duration(seconds)).toBe(shown));
});

describe('a table', () => {
  it('aligns columns by the width of Vietnamese letters', () => {
    const text = textTable(
      [{ heading: 'Hạng', align: 'right' }, { heading: 'Đơn vị' }, { heading: 'Chỉ số', align: 'right' }],
      [
        ['1', 'Sở Tư pháp', '95,06'],
        ['10', 'Ban Quản lý An toàn thực phẩm', '8,10'],
      ],
    );
    expect(text).toBe(
      [
        'Hạng  Đơn vị                         Chỉ số',
        '   1  Sở Tư pháp                      95,06',
        '  10  Ban Quản lý An toàn thực phẩm    8,10',
        '',
      ].join('\n'),
    );
  });
});

describe('progress', () => {
  it('is one line at the end where there is no terminal', () => {
    const stream = new PassThrough();
    const progress = startProgress('Nạp dữ liệu mẫu', 10, 'sự việc', stream);
    progress.to(4);
    progress.to(10);
    progress.end();
    expect(String(stream.read())).toBe('Nạp dữ liệu mẫu: 10 sự việc\n');
  });

  describe('asked to tell every five seconds, where there is no terminal', () => {
    beforeEach(() => jest.useFakeTimers({ now: 0 }));
    afterEach(() => jest.useRealTimers());

    /** What is written when these steps are done one second after the other, but for the line at the end. */
    function told(total: number | null, steps: readonly number[]): string[] {
      const stream = new PassThrough();
      const progress = startProgress('ranking: đọc nhật ký', total, 'sự việc', stream, 5_000);
      for (const done of steps) {
        progress.to(done);
        jest.advanceTimersByTime(1_000);
      }
      progress.end();
      return String(stream.read()).split('\n').slice(0, -2);
    }
    const steady = Array.from({ length: 13 }, (_, second) => second * 1_200);

    it('says what is done, how fast, and how long it will still take', () => {
      expect(told(40_000, steady)).toEqual([
        'ranking: đọc nhật ký: 6.000/40.000 sự việc, 1.200 sự việc/giây, còn 28 giây',
        'ranking: đọc nhật ký: 12.000/40.000 sự việc, 1.200 sự việc/giây, còn 23 giây',
      ]);
    });

    it('says nothing of time left where nobody knows how much there is', () => {
      expect(told(null, steady)[0]).toBe('ranking: đọc nhật ký: 6.000 sự việc, 1.200 sự việc/giây');
    });

    it('says nothing while it does not get on, nor twice what the line at the end says', () => {
      expect(told(10, [0, 3, 3, 3, 3, 3, 3, 3, 3, 10])).toEqual([]);
    });
  });

  /** A terminal that keeps what it was sent. */
  function terminal(): PassThrough & { isTTY: boolean; sent(): string } {
    const screen = Object.assign(new PassThrough(), { isTTY: true });
    const chunks: Buffer[] = [];
    screen.on('data', (chunk: Buffer) => chunks.push(chunk));
    return Object.assign(screen, { sent: () => Buffer.concat(chunks).toString() });
  }
  const HIDDEN = '\x1B[?25l';
  const SHOWN = '\x1B[?25h';

  it('gives the terminal its cursor back when the process ends in the middle', () => {
    const screen = terminal();
    const before = process.listeners('exit');
    startProgress('Nạp dữ liệu mẫu', 10, 'sự việc', screen).to(4);
    expect(screen.sent()).toContain(HIDDEN);
    expect(screen.sent()).not.toContain(SHOWN);
    const added = process.listeners('exit').filter((listener) => !before.includes(listener));
    added.forEach((listener) => void listener.call(process, 0));
    expect(screen.sent()).toContain(SHOWN);
  });

  it('shows no share and no time left where nobody knows how much there is', () => {
    const screen = terminal();
    const progress = startProgress('Nạp', null, 'sự việc', screen);
    progress.to(4);
    progress.end();
    expect(screen.sent()).toContain('Nạp  4 sự việc  — sự việc/giây');
    expect(screen.sent()).not.toMatch(/%|còn|NaN/);
  });

  it('leaves nothing behind when it ends by itself', () => {
    const before = process.listenerCount('exit');
    const screen = terminal();
    const progress = startProgress('Nạp dữ liệu mẫu', 10, 'sự việc', screen);
    progress.to(10);
    progress.end();
    expect(screen.sent()).toContain(SHOWN);
    expect(process.listenerCount('exit')).toBe(before);
  });
});
