import * as fc from 'fast-check';
import { Rational } from '@app/kernel';
import { classOf, type ClassScale, compareGrades, gradeAtLeast, gradeAtMost, GRADES } from '.';

const scale: ClassScale = {
  citation: { document: 'Văn bản thử', clause: 'thang xếp loại' },
  classes: [
    { name: 'Xuất sắc', from: '90', grade: 'excellent' },
    { name: 'Tốt', from: '80', grade: 'good' },
    { name: 'Khá', from: '70', grade: 'fair' },
    { name: 'Trung bình', from: '50', grade: 'average' },
    { name: 'Yếu', from: '0', grade: 'weak' },
  ],
};

it.each([
  ['100', 'Xuất sắc'],
  ['90', 'Xuất sắc'],
  ['89.999999', 'Tốt'],
  ['80', 'Tốt'],
  ['239/3', 'Khá'],
  ['70', 'Khá'],
  ['69.99', 'Trung bình'],
  ['50', 'Trung bình'],
  ['49.99', 'Yếu'],
  ['0', 'Yếu'],
  ['102', 'Xuất sắc'],
  ['-1', 'Yếu'],
])('an index of %s %% is "%s"', (index, name) => {
  expect(classOf(scale, Rational.of(index)).name).toBe(name);
});

it('puts every value in exactly one half-open class', () => {
  const index = fc.tuple(fc.bigInt({ min: -5n, max: 110_000_000n }), fc.bigInt({ min: 1n, max: 1_000_000n }));
  fc.assert(
    fc.property(index, ([n, d]) => {
      const value = Rational.ratio(n, d);
      const found = classOf(scale, value);
      const holding = scale.classes.filter(({ from }, place) => {
        const better = scale.classes[place - 1];
        const reaches = place === scale.classes.length - 1 || value.gte(Rational.of(from));
        return reaches && (!better || value.lt(Rational.of(better.from)));
      });
      expect(holding).toEqual([found]);
    }),
    { numRuns: 5000 },
  );
});

it('refuses a scale without classes', () => {
  expect(() => classOf({ ...scale, classes: [] }, Rational.one)).toThrow(RangeError);
});

it('orders grades from the best to the lowest', () => {
  expect([...GRADES].reverse().sort(compareGrades)).toEqual(GRADES);
  expect(GRADES.filter((grade) => gradeAtLeast(grade, 'good'))).toEqual(['excellent', 'good']);
  expect(GRADES.filter((grade) => gradeAtMost(grade, 'fair'))).toEqual(['fair', 'average', 'weak']);
});
