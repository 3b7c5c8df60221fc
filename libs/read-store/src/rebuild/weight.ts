/** About how many bytes a value takes in memory: for keeping a cache small, not for counting. Depth is that of JSON. */
export function weightOf(value: unknown): number {
  if (typeof value === 'string') return 24 + 2 * value.length;
  if (typeof value !== 'object' || value === null) return 16;
  let weight = 48;
  const inner = value as Readonly<Record<string, unknown>>;
  for (const name in inner) weight += 16 + name.length + weightOf(inner[name]);
  return weight;
}
