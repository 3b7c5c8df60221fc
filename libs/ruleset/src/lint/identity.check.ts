import { type LintCheck, problemUnless } from './lint-check';

/** The title says whether the ruleset is a sample, and it takes effect on a day that exists. */
export const identity: LintCheck = {
  name: 'identity',
  find: ({ sample, title, effectiveFrom }) => [
    ...problemUnless(!sample || title.includes('(mẫu)'), '/title', 'bộ tiêu chí mẫu phải ghi “(mẫu)” trong tên'),
    ...problemUnless(sample || !title.includes('(mẫu)'), '/sample', 'tên ghi “(mẫu)” nhưng sample là false'),
    ...problemUnless(isDate(effectiveFrom), '/effectiveFrom', `ngày hiệu lực ${effectiveFrom} không có thật`),
  ],
};

function isDate(text: string): boolean {
  const instant = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}
