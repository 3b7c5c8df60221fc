/** What a viewing is found by; it never changes: how many were recorded before it, of those that are shown. */
export type ViewingKey = readonly [before: number];

/** A viewing as it is on record. */
export type RecordedViewing<Viewing> = Viewing & { readonly logPosition: string; readonly key: ViewingKey };

/** One event that records viewings. */
interface Record<Viewing> {
  readonly data: { readonly logPosition: string; readonly viewings: readonly Viewing[] };
}

/**
 * A page of the viewings that these events record, the latest first: at most `limit`, those recorded before the viewing `behind`; and how many
 * there are. What is not `shown` is neither counted nor leaves a gap.
 */
export function pageOf<Viewing extends object>(
  records: readonly Record<Viewing>[],
  limit: number,
  behind: ViewingKey | undefined,
  shown: (viewing: Viewing) => boolean = () => true,
): { readonly total: number; readonly viewings: readonly RecordedViewing<Viewing>[] } {
  const all = records
    .flatMap(({ data: { viewings, logPosition } }) => viewings.filter(shown).map((each) => ({ ...each, logPosition })))
    .map((viewing, before): RecordedViewing<Viewing> => ({ ...viewing, key: [before] }));
  return { total: all.length, viewings: all.slice(0, behind?.[0]).slice(-limit).reverse() };
}
