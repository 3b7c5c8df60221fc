import { DomainError } from '@app/kernel';

/** The input does not fit the component's rule (impossible figures, another kind of input, N/A where it is not allowed). 422. */
export class InvalidRuleInput extends DomainError {
  readonly code = 'ruleset.invalid-rule-input';
  readonly kind = 'invalid';

  /** `problem`: Vietnamese, lower-case start, says what is wrong and what to mend. */
  constructor(component: { readonly code: string; readonly name: string }, problem: string) {
    super(`Tiêu chí thành phần ${component.code} (${component.name}): ${problem}`, {
      component: component.code,
      problem,
    });
  }
}

/** The catalogue holds no ruleset of this id and version, or its bytes differ from those the reference names. 404. */
export class UnknownRuleset extends DomainError {
  readonly code = 'ruleset.unknown-ruleset';
  readonly kind = 'not-found';
}

/** Two different rulesets claim one id and version: a published ruleset is frozen, a change is a new version. 409. */
export class DuplicateRuleset extends DomainError {
  readonly code = 'ruleset.duplicate-ruleset';
  readonly kind = 'conflict';
}

/** One mistake in a ruleset file: where (JSON pointer) and what to mend. */
export interface RulesetProblem {
  readonly path: string;
  readonly message: string;
}

/** A ruleset file that cannot be read; names the file and every place to mend. 422. */
export class InvalidRuleset extends DomainError {
  readonly code = 'ruleset.invalid-ruleset';
  readonly kind = 'invalid';

  constructor(
    readonly fileName: string,
    readonly problems: readonly RulesetProblem[],
  ) {
    const places = problems.map(({ path, message }) => `${path || '/'}: ${message}`).join('; ');
    super(`Bộ tiêu chí trong tệp ${fileName} không đọc được: ${places}`, { file: fileName, problems: problems.length });
  }
}
