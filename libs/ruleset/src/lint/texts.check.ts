import type { LintCheck } from './lint-check';
import type { RulesetProblem } from '../ruleset.errors';

/** Texts are in Unicode NFC and without blanks at their ends: equal names must be equal bytes, or digests and searches differ. */
export const texts: LintCheck = {
  name: 'texts',
  find: (ruleset) => problemsIn(ruleset, ''),
};

function problemsIn(value: unknown, path: string): RulesetProblem[] {
  if (typeof value === 'string') return problemsOf(value, path);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => problemsIn(entry, `${path}/${pointerToken(key)}`));
}

function problemsOf(text: string, path: string): RulesetProblem[] {
  if (text !== text.normalize('NFC'))
    return [{ path, message: 'chữ có dấu chưa ở dạng Unicode dựng sẵn (NFC): hãy gõ lại' }];
  if (text !== text.trim()) return [{ path, message: 'có khoảng trắng ở đầu hoặc cuối: hãy bỏ đi' }];
  return [];
}

/** A key as JSON pointers (RFC 6901) write it. */
function pointerToken(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
