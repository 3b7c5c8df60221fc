/** Deeper than any event of ours; also ends the walk through a cyclic value. */
const MAX_DEPTH = 64;

/**
 * The first part of a value that JSON would drop, change or refuse (undefined, BigInt, Date, NaN, a class instance), with its path;
 * undefined when `JSON.parse(JSON.stringify(value))` gives the same value back.
 */
export function jsonFault(value: unknown, path: string): string | undefined {
  const fault = faultIn(value, 0);
  return fault === undefined ? undefined : `${path}${fault}`;
}

/** The path is put together on the way back, so that a value without fault costs no text. */
function faultIn(value: unknown, depth: number): string | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : ` is ${value}, which JSON cannot hold`;
  if (typeof value !== 'object') return ` is ${nameOf(value)}, which JSON cannot hold`;
  if (depth === MAX_DEPTH) return ` is nested more than ${MAX_DEPTH} deep, or contains itself`;
  if (Array.isArray(value)) return faultInArray(value, depth + 1);
  if (!isPlainObject(value))
    return ` is a ${value.constructor?.name ?? 'class instance'}; write its exact text instead`;
  for (const key of Object.keys(value)) {
    const fault = faultIn(value[key], depth + 1);
    if (fault !== undefined) return `.${key}${fault}`;
  }
  return undefined;
}

function faultInArray(values: readonly unknown[], depth: number): string | undefined {
  for (let index = 0; index < values.length; index += 1) {
    const fault = faultIn(values[index], depth);
    if (fault !== undefined) return `[${index}]${fault}`;
  }
  return undefined;
}

export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function nameOf(value: unknown): string {
  return typeof value === 'undefined' ? 'undefined' : `a ${typeof value}`;
}
