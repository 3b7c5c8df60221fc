/** JSON data with the value at a JSON pointer replaced (`undefined` removes it); what is around it is copied, the rest is shared. */
export function changed<Data>(data: Data, pointer: string, value: unknown): Data {
  return replaced(data, pointer.split('/').slice(1), value) as Data;
}

function replaced(place: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (typeof place !== 'object' || place === null) throw new Error(`Nothing stands at ${step}`);
  const next = replaced((place as Record<string, unknown>)[step], rest, value);
  if (Array.isArray(place))
    return next === undefined ? place.toSpliced(Number(step), 1) : place.with(Number(step), next);
  const others = Object.entries(place).filter(([key]) => key !== step);
  return Object.fromEntries(next === undefined ? others : [...others, [step, next]]);
}
