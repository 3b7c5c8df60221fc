/** What a viewing is found by; it never changes: the revision of its event, and its place in it. */
export type ViewingKey = readonly [revision: string, place: number];

/** A viewing as it is on record. */
export type RecordedViewing<Viewing> = Viewing & { readonly logPosition: string; readonly key: ViewingKey };

/** One event that records viewings. */
interface Record<Viewing> {
  readonly revision: bigint;
  readonly data: { readonly logPosition: string; readonly viewings: readonly Viewing[] };
}

/** A page of the viewings that these events record, the latest first: at most `limit`, those recorded before the viewing `behind`; and how many there are. */
export function pageOf<Viewing extends object>(
  records: readonly Record<Viewing>[],
  limit: number,
  behind: ViewingKey | undefined,
): { readonly total: number; readonly viewings: readonly RecordedViewing<Viewing>[] } {
  const all = records.flatMap(({ revision, data: { viewings, logPosition } }) =>
    viewings.map((viewing, place): RecordedViewing<Viewing> => {
      return { ...viewing, logPosition, key: [revision.toString(), place] };
    }),
  );
  const rest = behind === undefined ? all : all.filter(({ key }) => isBefore(key, behind));
  return { total: all.length, viewings: rest.slice(-limit).reverse() };
}

function isBefore([revision, place]: ViewingKey, [otherRevision, otherPlace]: ViewingKey): boolean {
  return revision === otherRevision ? place < otherPlace : BigInt(revision) < BigInt(otherRevision);
}
