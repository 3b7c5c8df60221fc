/** How a refusal is answered: `conflict` 409, `invalid` 422, `not-found` 404, `forbidden` 403, `unavailable` 503. */
export type RefusalKind = 'conflict' | 'invalid' | 'not-found' | 'forbidden' | 'unavailable';

/**
 * A refusal by a business rule. One class per rule; `code` (`<feature>.<kebab>`) is public API and never changes.
 * `message` is Vietnamese, says what is wrong and what to mend; `details` names the parts for programs (exact numbers as text).
 */
export abstract class DomainError extends Error {
  abstract readonly code: string;
  abstract readonly kind: RefusalKind;

  constructor(
    message: string,
    readonly details: Readonly<Record<string, string | number | boolean | null>> = {},
  ) {
    super(message);
    this.name = new.target.name;
  }
}
