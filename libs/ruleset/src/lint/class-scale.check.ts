import { Rational } from '@app/kernel';
import { compareGrades } from '../class-scale';
import { type LintCheck, problemUnless, repeated } from './lint-check';

const PERCENT = Rational.of(100);

/** Classes fall from the best to the lowest, the lowest starts at 0, and every class can be reached. */
export const classScale: LintCheck = {
  name: 'class-scale',
  find({ classScale: { classes } }) {
    const lowest = classes.at(-1);
    const path = '/classScale/classes';
    return [
      ...problemUnless(classes.length > 1, path, 'thang xếp loại cần ít nhất hai loại'),
      ...problemUnless(
        lowest !== undefined && Rational.of(lowest.from).isZero(),
        path,
        'loại thấp nhất phải bắt đầu từ 0 để mọi chỉ số đều được xếp loại',
      ),
      ...classes.flatMap((current, index) => {
        const better = classes[index - 1];
        const falls = !better || Rational.of(better.from).gt(Rational.of(current.from));
        const graded = !better || compareGrades(better.grade, current.grade) <= 0;
        return [
          ...problemUnless(
            falls,
            `${path}/${index}/from`,
            `ngưỡng ${current.from} phải thấp hơn ngưỡng của loại đứng trước`,
          ),
          ...problemUnless(
            graded,
            `${path}/${index}/grade`,
            `loại “${current.name}” không thể được coi là tốt hơn loại đứng trước nó`,
          ),
          ...problemUnless(
            Rational.of(current.from).lte(PERCENT),
            `${path}/${index}/from`,
            `ngưỡng ${current.from} vượt 100 %: không đơn vị nào đạt được`,
          ),
        ];
      }),
      ...repeated([...classes.entries()], ([, { name }]) => name).map(([index, { name }]) => ({
        path: `${path}/${index}/name`,
        message: `tên loại “${name}” bị trùng`,
      })),
    ];
  },
};
