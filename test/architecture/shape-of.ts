/**
 * The paths of a JSON value, each with the kind of value that stands there: `units[].rank: number`. Two values with the same paths have
 * the same shape. Keys of the records named here are data, not properties.
 */
export function shapeOf(value: unknown, path = '$'): readonly string[] {
  if (Array.isArray(value)) {
    const items = value.filter((item) => item !== null);
    return [...new Set([`${path}: array`, ...items.flatMap((item) => shapeOf(item, `${path}[]`))])].sort();
  }
  if (typeof value !== 'object' || value === null) return [`${path}: ${value === null ? 'null' : typeof value}`];
  if (RECORDS.has(path)) return [`${path}: record`];
  return Object.entries(value)
    .flatMap(([key, entry]) => shapeOf(entry, `${path}.${key}`))
    .sort();
}

const RECORDS: ReadonlySet<string> = new Set(['$.units[].used']);

/**
 * The same without what an older event could not say: paths at which `known` holds null, and all beneath them; and what would stand in a
 * list that is empty there. A newer shape names what was not recorded before; null, or a list of nobody, is the only honest value for it.
 */
export function withoutUnsaid(shape: readonly string[], known: readonly string[]): readonly string[] {
  const empty = pathsOf('array', known).filter((path) => !known.some((line) => line.startsWith(`${path}[`)));
  const unsaid = pathsOf('null', known).flatMap((path) => [`${path}:`, `${path}.`, `${path}[`]);
  const beneath = [...unsaid, ...empty.map((path) => `${path}[`)];
  return shape.filter((line) => !beneath.some((start) => line.startsWith(start)));
}

function pathsOf(kind: string, shape: readonly string[]): readonly string[] {
  return shape.filter((line) => line.endsWith(`: ${kind}`)).map((line) => line.slice(0, -`: ${kind}`.length));
}
