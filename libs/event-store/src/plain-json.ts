/** Deeper than any event of ours; also ends the walk through a cyclic value. */
const MAX_DEPTH = 64;

/**
 * The first part of a value that JSON would drop, change or refuse (undefined, BigInt, Date, NaN, a class instance), with its path;
 * undefined when `JSON.parse(JSON.stringify(value))` gives the same value back.
 */
export function jsonFault(value: unknown, path: string, depth = 0): string | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (typeof value === 'number')
    return Number.isFinite(value) ? undefined : `${path} is ${value}, which JSON cannot hold`;
  if (typeof value !== 'object') return `${path} is ${nameOf(value)}, which JSON cannot hold`;
  if (depth === MAX_DEPTH) return `${path} is nested more than ${MAX_DEPTH} deep, or contains itself`;
  if (Array.isArray(value)) return firstFault(Array.from(value.entries()), (key) => `${path}[${key}]`, depth);
  if (!isPlainObject(value))
    return `${path} is a ${value.constructor?.name ?? 'class instance'}; write its exact text instead`;
  return firstFault(Object.entries(value), (key) => `${path}.${key}`, depth);
}

export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function firstFault<Key>(
  entries: readonly (readonly [Key, unknown])[],
  pathOf: (key: Key) => string,
  depth: number,
): string | undefined {
  for (const [key, part] of entries) {
    const fault = jsonFault(part, pathOf(key), depth + 1);
    if (fault) return fault;
  }
  return undefined;
}

function nameOf(value: unknown): string {
  return typeof value === 'undefined' ? 'undefined' : `a ${typeof value}`;
}
