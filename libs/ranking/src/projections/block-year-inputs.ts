import type { AcrossContext } from '@app/read-store';
import type { RulesetRef } from '@app/ruleset';
import type { Placed, Span, StandingRow } from './block-year';
import { type Descent, lastYearOf } from './descent';
import type { BlockYearHead } from './published';
import type { RankingTable } from './ranking.tables';
import type { YearKey } from './standings';

type PublicationRow = YearKey & { kind: string; event_id: string; head: BlockYearHead; results: Placed[] };
type PeriodRow = YearKey & { ruleset: RulesetRef | null; skipped: string | null };
type MemberRow = { id: string; unit_id: string; spans: Span[]; dissolved_on: string | null };
type RankRow = YearKey & { unit_id: string; rank: number | null; n: number | null };
interface Rank {
  readonly rank: number | null;
  readonly n: number | null;
}

/** Everything that block-years are computed from, read at once for all of them. */
export class BlockYearInputs {
  constructor(
    /** Those that exist: laid down, published or with a file. */
    readonly blockYears: readonly YearKey[],
    private readonly publications: readonly PublicationRow[],
    private readonly periods: readonly PeriodRow[],
    private readonly standings: readonly StandingRow[],
    private readonly members: readonly MemberRow[],
    private readonly stored: Map<string, Map<string, Rank>>,
    private readonly descent: Descent,
  ) {}

  /** The unit whose last year counts as this one's; null: nobody's. */
  lastYearOf(unitId: string, year: number): string | null {
    return lastYearOf(unitId, year, this.descent);
  }

  publicationOf(year: number, id: string): PublicationRow | undefined {
    const own = this.publications.filter((row) => row.year === year && row.id === id);
    return own.find(({ kind }) => kind === 'official') ?? own[0];
  }

  periodOf(year: number, id: string): PeriodRow | undefined {
    return this.periods.find((row) => row.year === year && row.id === id);
  }

  standingsOf(year: number, id: string): StandingRow[] {
    return this.standings.filter((row) => row.year === year && row.block_id === id);
  }

  membersOf(blockId: string): MemberRow[] {
    return this.members.filter(({ id }) => id === blockId);
  }

  /** Rank and n of each unit in a year: as just computed, or as stored. */
  ranksOf(year: number, id: string): ReadonlyMap<string, Rank> {
    return this.stored.get(`${year}/${id}`) ?? new Map<string, Rank>();
  }

  unitsStored(year: number, id: string): string[] {
    return [...this.ranksOf(year, id).keys()];
  }

  remember(year: number, id: string, n: number | null, results: readonly Placed[]): void {
    this.stored.set(`${year}/${id}`, new Map(results.map(({ unit_id, rank }) => [unit_id, { rank, n }])));
  }
}

/** Reads them. */
export async function loadBlockYears(
  keys: readonly YearKey[],
  { query, tableOf }: AcrossContext<RankingTable>,
): Promise<BlockYearInputs> {
  const years = keys.map(({ year }) => year);
  const ids = keys.map(({ id }) => id);
  const wanted = '(year, block_id) IN (SELECT * FROM unnest($1::integer[], $2::text[]))';
  const before =
    '(year, block_id) IN (SELECT y - d, b FROM unnest($1::integer[], $2::text[]) AS k (y, b), (VALUES (0), (1)) AS v (d))';
  const publications = await query<PublicationRow>(
    `SELECT year, block_id AS id, kind, event_id, head, results FROM ${tableOf('publication')} WHERE ${wanted} ORDER BY year, id, kind`,
    [years, ids],
  );
  const periods = await query<PeriodRow>(
    `SELECT year, block_id AS id, ruleset, skipped FROM ${tableOf('period')} WHERE ${wanted}`,
    [years, ids],
  );
  const standings = await query<StandingRow>(
    `SELECT unit_id, year, block_id, phase, ruleset, total, index, class_name, grade, value, tie_breakers
     FROM ${tableOf('standing')} WHERE ${wanted} ORDER BY unit_id COLLATE "C"`,
    [years, ids],
  );
  const members = await query<MemberRow>(
    `SELECT m.block_id AS id, m.unit_id, m.spans, u.dissolved_on FROM ${tableOf('member')} m
     LEFT JOIN ${tableOf('unit')} u USING (unit_id) WHERE m.block_id = ANY ($1::text[])`,
    [ids],
  );
  const ranks = await query<RankRow>(
    `SELECT year, block_id AS id, unit_id, rank, n FROM ${tableOf('result')} JOIN ${tableOf('block_year')} USING (year, block_id)
     WHERE ${before}`,
    [years, ids],
  );
  const exists = new Set(
    [...publications, ...periods, ...standings.map(({ year, block_id: id }) => ({ year, id }))].map(nameOf),
  );
  const existing = keys.filter((key) => exists.has(nameOf(key)));
  const descent = await loadDescent(years, { query, tableOf });
  return new BlockYearInputs(existing, publications, periods, standings, members, byBlockYear(ranks), descent);
}

async function loadDescent(
  years: readonly number[],
  { query, tableOf }: Pick<AcrossContext<RankingTable>, 'query' | 'tableOf'>,
): Promise<Descent> {
  const changes = await query<Descent['changes'][number]>(
    `SELECT DISTINCT u.unit_id, left(l.effective_on, 4)::integer AS year FROM ${tableOf('lineage')} l,
       LATERAL (VALUES (l.unit_id), (CASE WHEN l.share IS DISTINCT FROM '1' THEN l.predecessor_id END)) AS u (unit_id)
     WHERE u.unit_id <> ''
       AND left(l.effective_on, 4)::integer IN (SELECT y - d FROM unnest($1::integer[]) AS k (y), (VALUES (0), (1)) AS v (d))`,
    [years],
  );
  const rulings = await query<Descent['rulings'][number]>(
    `SELECT unit_id, year, predecessor_id FROM ${tableOf('ruling')} WHERE year = ANY ($1::integer[])`,
    [years],
  );
  return { changes, rulings };
}

function nameOf({ year, id }: YearKey): string {
  return `${year}/${id}`;
}

function byBlockYear(rows: readonly RankRow[]): Map<string, Map<string, Rank>> {
  const all = new Map<string, Map<string, Rank>>();
  for (const { unit_id, rank, n, ...key } of rows) {
    const units = all.get(nameOf(key)) ?? new Map<string, Rank>();
    all.set(nameOf(key), units.set(unit_id, { rank, n }));
  }
  return all;
}
