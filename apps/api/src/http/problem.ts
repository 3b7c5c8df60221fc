import type { RefusalDetails } from '@app/kernel';

/** One fault in a request: which field, and what to mend (Vietnamese). */
export interface FieldFault {
  /** Dotted path in the body (`evidence.0.sha256`), or the name of a header, path or query parameter. */
  readonly field: string;
  readonly detail: string;
}

/** An error answer as of RFC 9457, `application/problem+json`. `code` is public API; `type` is the address that explains it. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** Vietnamese: what is wrong here and what to mend. */
  readonly detail: string;
  readonly code: string;
  readonly errors?: readonly FieldFault[];
  /** The parts that a refusal by a business rule names, for programs; exact numbers as text. */
  readonly details?: RefusalDetails;
  /** Also in the answer's `X-Correlation-Id` header and in the log. */
  readonly correlationId?: string;
}

/** What one kind of problem means, for the page of problem types. */
export interface ProblemType {
  readonly status: number;
  /** Vietnamese, the same for every occurrence. */
  readonly title: string;
  /** Vietnamese, a sentence: what the caller can do. It ends the `detail` of every refusal by a business rule. */
  readonly mend: string;
}

/** Problem types by code. */
export type ProblemCatalogue = Readonly<Record<string, ProblemType>>;

/** A problem type of each status that a business rule answers with: title, and what the caller can do. */
export const conflict = (title: string, mend: string): ProblemType => ({ status: 409, title, mend });
export const invalid = (title: string, mend: string): ProblemType => ({ status: 422, title, mend });
export const notFound = (title: string, mend: string): ProblemType => ({ status: 404, title, mend });
export const forbidden = (title: string, mend: string): ProblemType => ({ status: 403, title, mend });
export const unavailable = (title: string, mend: string): ProblemType => ({ status: 503, title, mend });

/** Where a problem type is explained. */
export function problemTypeUri(code: string): string {
  return `/problems/${code}`;
}
