import type { HttpProblemCode } from './http.problems';
import type { FieldFault } from './problem';

/** A refusal by the edge, before or beside the business rules. `detail` is Vietnamese. */
export class EdgeRefusal extends Error {
  constructor(
    readonly code: HttpProblemCode,
    readonly detail: string,
    readonly errors?: readonly FieldFault[],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(`${code}: ${detail}`);
  }
}

/** The request is not of the form that the document at /openapi.json describes. */
export class InvalidRequest extends EdgeRefusal {
  constructor(errors: readonly FieldFault[]) {
    const fields = errors.map(({ field }) => field).join(', ');
    super('http.invalid-request', `Cần sửa ${errors.length} trường: ${fields}.`, errors);
  }
}
