/** How a refusal is answered: `conflict` 409, `invalid` 422, `not-found` 404, `forbidden` 403, `unavailable` 503. */
export type RefusalKind = 'conflict' | 'invalid' | 'not-found' | 'forbidden' | 'unavailable';

type Part = string | number | boolean | null;

/** The parts that a refusal names, for programs; exact numbers as text. Where it is about several things, a list with the parts of each. */
export type RefusalDetails = Readonly<Record<string, Part | readonly Readonly<Record<string, Part>>[]>>;

/**
 * A refusal by a business rule. One class per rule; `code` (`<feature>.<kebab>`) is public API and never changes.
 * `message` is Vietnamese and says what is wrong here; what to do next is the same for every occurrence of a code, and said by the API's
 * catalogue of problems.
 */
export abstract class DomainError extends Error {
  abstract readonly code: string;
  abstract readonly kind: RefusalKind;

  constructor(
    message: string,
    readonly details: RefusalDetails = {},
  ) {
    super(message);
    this.name = new.target.name;
  }
}
