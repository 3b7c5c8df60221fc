/** Whether both name the same things, and each is the very same object in both; or neither is there. */
export function sameObjects<Each extends object>(one: Each | undefined, other: Each | undefined): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined) return false;
  const names = Object.keys(one) as (keyof Each)[];
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
