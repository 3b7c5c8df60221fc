import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { InvalidRequest } from './edge-refusal';
import type { FieldFault } from './problem';

/**
 * Nest would first turn what a path names into the type of the parameter: "02026" into 2026. The pipes of parameters read the very text
 * that guards have decided on.
 */
class RequestValidation extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    return metadata.type === 'param' ? Promise.resolve(value) : super.transform(value, metadata);
  }
}

/** Checks bodies and query strings against their classes; unknown fields are faults, so that a slip of the pen is not ignored. */
export function requestValidation(): ValidationPipe {
  return new RequestValidation({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    validationError: { target: false, value: true },
    exceptionFactory: (errors) => new InvalidRequest(faultsOf(errors)),
  });
}

/** As `context` of a validation: where within the value the faults lie, when the validation is one for a whole tree. */
export interface InnerFaults {
  /** The faults, each with its path below the field; the empty path is the field itself. */
  faultsOf(value: unknown): FieldFault[];
}

const mostFaults = 50;

function faultsOf(errors: readonly ValidationError[], path = ''): FieldFault[] {
  return errors
    .flatMap((error) => ownAndNested(error, path === '' ? error.property : `${path}.${error.property}`))
    .slice(0, mostFaults);
}

function ownAndNested({ constraints, contexts, children = [], value }: ValidationError, field: string): FieldFault[] {
  const nested = faultsOf(children, field);
  const [rule, message] = Object.entries(constraints ?? {})[0] ?? [];
  if (nested.length > 0 || rule === undefined || message === undefined) return nested;
  if (rule === 'whitelistValidation') return [{ field, detail: 'trường này không có trong yêu cầu, hãy bỏ đi' }];
  if (rule === 'nestedValidation') return [{ field, detail: 'phải là đối tượng hoặc danh sách đối tượng JSON' }];
  const inner = contexts?.[rule] as InnerFaults | undefined;
  if (inner && value !== undefined) return inner.faultsOf(value).map((fault) => below(field, fault));
  return [{ field, detail: value === undefined ? `thiếu trường này: ${message}` : message }];
}

function below(field: string, fault: FieldFault): FieldFault {
  return { field: fault.field === '' ? field : `${field}.${fault.field}`, detail: fault.detail };
}
