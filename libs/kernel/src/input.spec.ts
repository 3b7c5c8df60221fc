import {
  checkedCode,
  checkedDate,
  checkedInstant,
  checkedKey,
  checkedNumber,
  checkedSha256,
  checkedText,
  checkedYear,
  DateDoesNotExist,
  DigestIsInvalid,
  IdentifierIsInvalid,
  InstantDoesNotExist,
  NumberIsInvalid,
  TextIsInvalid,
  YearOutOfRange,
} from './input';

describe('checked input', () => {
  it.each([1900, 2024, 2200])('takes the year %s', (year) => expect(checkedYear(year)).toBe(year));
  it.each([1899, 2201, 2024.5, NaN, Infinity])('refuses the year %s', (year) =>
    expect(() => checkedYear(year)).toThrow(YearOutOfRange),
  );

  it.each(['2024-02-29', '1900-01-01', '2200-12-31'])('takes the date %s', (date) =>
    expect(checkedDate('Ngày', date)).toBe(date),
  );
  it.each([
    '2023-02-29',
    '2024-02-30',
    '2024-13-01',
    '2024-00-10',
    '2024-1-1',
    '1899-12-31',
    '2201-01-01',
    '',
    'hôm nay',
  ])('refuses the date “%s”', (date) => expect(() => checkedDate('Ngày', date)).toThrow(DateDoesNotExist));

  it('takes an instant in UTC with milliseconds only', () => {
    expect(checkedInstant('Hạn', '2024-01-31T16:59:59.999Z')).toBe('2024-01-31T16:59:59.999Z');
    for (const text of [
      '2024-01-31T16:59:59Z',
      '2024-01-31T16:59:59.999+07:00',
      '2024-02-30T00:00:00.000Z',
      '1899-01-01T00:00:00.000Z',
      'x',
    ])
      expect(() => checkedInstant('Hạn', text)).toThrow(InstantDoesNotExist);
  });

  it.each(['1899-12-31', '9999-12-31'])(
    'says of the date %s which years it takes, not that it does not exist',
    (date) => {
      expect(() => checkedDate('Ngày ký', date)).toThrow(
        `Ngày ký: “${date}” nằm ngoài các năm được chấp nhận: từ 1900 đến 2200.`,
      );
      expect(() => checkedInstant('Hạn nộp', `${date}T00:00:00.000Z`)).toThrow('từ 1900 đến 2200');
    },
  );

  it('takes only ids that a stream name can carry', () => {
    expect(checkedKey('Mã đơn vị', 'so_noi_vu')).toBe('so_noi_vu');
    for (const key of ['so-noi-vu', 'SNV', 'sở', '', '_a', 'a.b', 'a'.repeat(65)])
      expect(() => checkedKey('Mã đơn vị', key)).toThrow(IdentifierIsInvalid);
  });

  it('takes register codes with dots and dashes', () => {
    expect(checkedCode('Mã', '1.2.3')).toBe('1.2.3');
    for (const code of ['a/b', 'a b', '', '-a', 'é'])
      expect(() => checkedCode('Mã', code)).toThrow(IdentifierIsInvalid);
  });

  it('stores text trimmed and in NFC', () => {
    expect(checkedText('Tên', '  Sở Nội vụ '.normalize('NFD'))).toBe('Sở Nội vụ'.normalize('NFC'));
  });

  it.each(['', '   ', 'a\u0000b', 'a\u001bb', 'a\ud800b'])('refuses the text %j', (text) =>
    expect(() => checkedText('Tên', text)).toThrow(TextIsInvalid),
  );

  it('refuses text over its length', () => {
    expect(checkedText('Tên', 'a'.repeat(200), 200)).toHaveLength(200);
    expect(() => checkedText('Tên', 'a'.repeat(201), 200)).toThrow(TextIsInvalid);
  });

  it('takes exact numbers only', () => {
    expect(checkedNumber('Điểm', '2/3').toString()).toBe('2/3');
    for (const text of ['1e3', '', '1/0', 'NaN', '1,5'])
      expect(() => checkedNumber('Điểm', text)).toThrow(NumberIsInvalid);
  });

  it('takes SHA-256 digests only', () => {
    expect(checkedSha256('Mã băm', 'a'.repeat(64))).toBe('a'.repeat(64));
    for (const digest of ['', 'a'.repeat(63), 'A'.repeat(64), 'g'.repeat(64)])
      expect(() => checkedSha256('Mã băm', digest)).toThrow(DigestIsInvalid);
  });
});
