/** What is known of where units came from, as far as some years are concerned. */
export interface Descent {
  /** Years in which a unit came out of others, took something over, handed a part over or changed its level. */
  readonly changes: readonly { readonly unit_id: string; readonly year: number }[];
  /** Whose result counts as a unit's last year in a year, as ruled; null: nobody's. */
  readonly rulings: readonly {
    readonly unit_id: string;
    readonly year: number;
    readonly predecessor_id: string | null;
  }[];
}

/**
 * The unit whose result of the year before counts as this one's: as ruled; without a ruling its own, unless it changed in the year or the
 * one before: then nobody's, as for the flags (`lastYearOf` of `@app/scoring`).
 */
export function lastYearOf(unitId: string, year: number, { changes, rulings }: Descent): string | null {
  const ruling = rulings.find((one) => one.unit_id === unitId && one.year === year);
  if (ruling) return ruling.predecessor_id;
  const changed = changes.some((one) => one.unit_id === unitId && (one.year === year || one.year === year - 1));
  return changed ? null : unitId;
}
