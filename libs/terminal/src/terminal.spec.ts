import { PassThrough } from 'node:stream';
import { decimalComma, moveGlyph, percent, startProgress, textTable } from '.';

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
});
