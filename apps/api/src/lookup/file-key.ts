/** Whether there can be such a year and unit at all: what cannot be is refused with the other parameters. */
export function canHaveFile(year: string, unitId: string): boolean {
  return /^(19|20|21)\d{2}$/.test(year) && /^[a-z0-9][a-z0-9_]{0,63}$/.test(unitId);
}
