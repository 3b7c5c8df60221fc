import type { Ruleset } from '../ruleset';
import { type LintCheck, problemUnless, repeated } from './lint-check';

interface Coded {
  readonly code: string;
  readonly path: string;
  /** The code of the field or criterion around it; null for a field. */
  readonly parent: string | null;
}

const CODE = /^([A-Z]|[1-9][0-9]?)(\.[1-9][0-9]?)*$/;

/** Codes are dotted, unique, and begin with the code of what they stand in: `1.2.3` in `1.2` in `1`. */
export const codes: LintCheck = {
  name: 'codes',
  find(ruleset) {
    const all = codedOf(ruleset);
    return [
      ...all.flatMap((item) => wellFormed(item)),
      ...repeated(all, ({ code }) => code).map(({ code, path }) => ({
        path: `${path}/code`,
        message: `mã ${code} bị trùng: mỗi lĩnh vực, tiêu chí, tiêu chí thành phần cần một mã riêng`,
      })),
    ];
  },
};

function wellFormed({ code, path, parent }: Coded) {
  const place = `${path}/code`;
  const fits = parent === null ? !code.includes('.') : isDirectlyUnder(code, parent);
  return [
    ...problemUnless(
      CODE.test(code),
      place,
      `mã “${code}” sai dạng: dùng số hoặc một chữ hoa, cách nhau bằng dấu chấm, như 1.2.3`,
    ),
    ...problemUnless(
      fits,
      place,
      parent === null
        ? `mã lĩnh vực “${code}” không được có dấu chấm`
        : `mã “${code}” phải là mã con trực tiếp của ${parent}`,
    ),
  ];
}

function isDirectlyUnder(code: string, parent: string): boolean {
  return code.startsWith(`${parent}.`) && !code.slice(parent.length + 1).includes('.');
}

function codedOf({ fields }: Ruleset): Coded[] {
  return fields.flatMap((field, f) => [
    { code: field.code, path: `/fields/${f}`, parent: null },
    ...field.criteria.flatMap((criterion, c) => [
      { code: criterion.code, path: `/fields/${f}/criteria/${c}`, parent: field.code },
      ...criterion.components.map(({ code }, i) => ({
        code,
        path: `/fields/${f}/criteria/${c}/components/${i}`,
        parent: criterion.code,
      })),
    ]),
  ]);
}
