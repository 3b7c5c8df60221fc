/** A deep copy of JSON data with the value at a JSON pointer replaced (`undefined` removes it). Every step but the last must exist. */
export function changed<Data>(data: Data, pointer: string, value: unknown): Data {
  if (pointer === '') return value as Data;
  const copy = structuredClone(data);
  const steps = pointer.slice(1).split('/');
  const last = steps.pop() ?? '';
  const holder = steps.reduce<unknown>((place, step) => (place as Record<string, unknown>)[step], copy);
  if (typeof holder !== 'object' || holder === null) throw new Error(`Nothing stands at ${pointer}`);
  if (value === undefined && Array.isArray(holder)) holder.splice(Number(last), 1);
  else if (value === undefined) delete (holder as Record<string, unknown>)[last];
  else (holder as Record<string, unknown>)[last] = value;
  return copy;
}
