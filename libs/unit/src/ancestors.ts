/**
 * Everything that a unit came out of, over however many generations, asked step by step. Decrees that lead in a circle end where they meet
 * themselves.
 */
export async function ancestorsOf(
  unitId: string,
  predecessorsOf: (unitId: string) => Promise<readonly string[]>,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const toAsk = [unitId];
  for (let next = toAsk.pop(); next !== undefined; next = toAsk.pop()) {
    const fresh = (await predecessorsOf(next)).filter((one) => !found.has(one));
    for (const one of fresh) found.add(one);
    toAsk.push(...fresh);
  }
  return found;
}
