import * as fc from 'fast-check';
import { vietnameseSortKey, withoutDiacritics } from '.';

const bySortKey = (a: string, b: string) => (vietnameseSortKey(a) < vietnameseSortKey(b) ? -1 : 1);

describe('the order of Vietnamese names', () => {
  it('puts Đ after D, Ă and Â after A, Ư after U', () => {
    const ordered = ['An Phú', 'Ăn Phú', 'Ân Phú', 'Dĩ An', 'Đa Kao', 'Eo Gió', 'Tu', 'Tư', 'Xuân'];
    expect([...ordered].reverse().sort(bySortKey)).toEqual(ordered);
  });

  it('lets tones decide only between names that are otherwise alike', () => {
    const ordered = ['Tan', 'Tàn', 'Tản', 'Tãn', 'Tán', 'Tạn', 'Tan An', 'Tân'];
    expect([...ordered].reverse().sort(bySortKey)).toEqual(ordered);
  });

  it('is the same for NFC and NFD, upper and lower case', () => {
    const name = 'Xã Tân Tiến';
    expect(vietnameseSortKey(name.normalize('NFD'))).toBe(vietnameseSortKey(name.toUpperCase()));
  });

  it('is the order that ICU gives Vietnamese', () => {
    const icu = new Intl.Collator('vi', { sensitivity: 'accent' });
    const unit = fc.constantFrom(...' aàảãáạăằẳẵắặâầẩẫấậbcdđeèêếghiìkloòôồơợnpqrstuủưữvxyỳ019');
    const word = fc.string({ unit, maxLength: 4 });
    fc.assert(
      fc.property(word, unit, unit, word, word, (begin, one, other, end, otherEnd) => {
        const [a, b] = [begin + one + end, begin + other + otherEnd];
        const [left, right] = [vietnameseSortKey(a), vietnameseSortKey(b)];
        expect(left < right ? -1 : left > right ? 1 : 0).toBe(icu.compare(a, b));
      }),
      { numRuns: 6_000 },
    );
  });
});

describe('what is searched', () => {
  it.each([
    ['Xã  Tân Tiến', 'xa tan tien'],
    ['ĐẶC KHU Côn Đảo', 'dac khu con dao'],
    ['Thủ Đức'.normalize('NFD'), 'thu duc'],
    ['  ', ''],
  ])('of “%s” is “%s”', (name, found) => expect(withoutDiacritics(name)).toBe(found));
});
