import { compareGrades } from '../class-scale';
import type { Grade, Ruleset } from '../ruleset';
import type { RulesetProblem } from '../ruleset.errors';
import { type LintCheck, problemUnless, repeated } from './lint-check';

/** Ranking and consequences: tie-break list, a sane quota, and grades that the class scale can give. */
export const decisions: LintCheck = {
  name: 'decisions',
  find: (ruleset) => [...lintTieBreak(ruleset), ...lintQuota(ruleset), ...lintGrades(ruleset)],
};

function lintTieBreak({ ranking: { scheme, tieBreak } }: Ruleset): RulesetProblem[] {
  const path = '/ranking/tieBreak';
  const ordinal = scheme === 'ordinal';
  return [
    ...problemUnless(
      !ordinal || tieBreak.length > 0,
      path,
      'xếp hạng không đồng hạng (ordinal) cần danh sách tiêu chí phụ',
    ),
    ...problemUnless(
      ordinal || tieBreak.length === 0,
      path,
      `cách xếp hạng ${scheme} không dùng tiêu chí phụ: hãy để trống`,
    ),
    ...problemUnless(repeated(tieBreak, (breaker) => breaker).length === 0, path, 'tiêu chí phụ bị lặp lại'),
  ];
}

function lintQuota({ consequences }: Ruleset): RulesetProblem[] {
  const { numerator, denominator } = consequences.reward.quota;
  const sane = numerator >= 0 && denominator > 0 && numerator <= denominator;
  return problemUnless(
    sane,
    '/consequences/reward/quota',
    `tỷ lệ khen thưởng ${numerator}/${denominator} phải nằm trong khoảng 0 đến 1`,
  );
}

function lintGrades({ classScale, consequences: { reward, disciplineA, disciplineB } }: Ruleset): RulesetProblem[] {
  const given = new Set(classScale.classes.map(({ grade }) => grade));
  const known = (grade: Grade, path: string) =>
    problemUnless(
      given.has(grade),
      path,
      `thang xếp loại không có loại nào mang mức ${grade}: quy định này không bao giờ áp dụng đúng`,
    );
  return [
    ...known(reward.atLeast, '/consequences/reward/atLeast'),
    ...known(disciplineA.atMost, '/consequences/disciplineA/atMost'),
    ...known(disciplineB.grade, '/consequences/disciplineB/grade'),
    ...problemUnless(
      compareGrades(reward.atLeast, disciplineA.atMost) < 0,
      '/consequences/reward/atLeast',
      'một loại không thể vừa được đề xuất khen thưởng vừa bị xem xét xử lý',
    ),
  ];
}
