import type { AcrossContext } from '@app/read-store';
import type { RulesetRef } from '@app/ruleset';
import type { Placed, Span, StandingRow } from './block-year';
import type { Rank } from './compared';
import { type Descent, changesIn, lastYearOf, rulingsIn } from './descent';
import { countingEdition, type EditionRow } from './edition';
import type { RankingTable } from './ranking.tables';
import type { YearKey } from './standings';

type PeriodRow = YearKey & { ruleset: RulesetRef | null; skipped: string | null };
type MemberRow = { id: string; unit_id: string; spans: Span[]; dissolved_on: string | null };
type RankRow = YearKey & { unit_id: string; rank: number | null; n: number | null; state: string };
/** The ranks of a block's year, and how far its results are. */
type Ranks = { readonly state: string; readonly of: Map<string, Rank> };

/** Everything that block-years are computed from, read at once for all of them. */
export class BlockYearInputs {
  constructor(
    /** Those that exist: laid down, published or with a file. */
    readonly blockYears: readonly YearKey[],
    private readonly editions: readonly EditionRow[],
    private readonly periods: readonly PeriodRow[],
    private readonly standings: readonly StandingRow[],
    private readonly members: readonly MemberRow[],
    private readonly stored: Map<string, Ranks>,
    private readonly descent: Descent,
  ) {}

  /** The unit whose last year counts as this one's; null: nobody's. */
  lastYearOf(unitId: string, year: number): string | null {
    return lastYearOf(unitId, year, this.descent);
  }

  editionOf(year: number, id: string): EditionRow | undefined {
    return this.editions.find((row) => row.year === year && row.id === id);
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
    return this.stored.get(`${year}/${id}`)?.of ?? new Map<string, Rank>();
  }

  /**
   * The ranks that results of a state may be compared with: what everybody may read tells nothing of a year that is not published.
   */
  ranksFor(state: string, year: number, id: string): ReadonlyMap<string, Rank> {
    const hidden = isPublished(state) && !isPublished(this.stored.get(`${year}/${id}`)?.state ?? '');
    return hidden ? new Map<string, Rank>() : this.ranksOf(year, id);
  }

  unitsStored(year: number, id: string): string[] {
    return [...this.ranksOf(year, id).keys()];
  }

  remember(year: number, id: string, { state, n }: Pick<RankRow, 'state' | 'n'>, results: readonly Placed[]): void {
    this.stored.set(`${year}/${id}`, {
      state,
      of: new Map(results.map(({ unit_id, rank }) => [unit_id, { rank, n }])),
    });
  }
}

function isPublished(state: string): boolean {
  return state === 'official' || state === 'imported';
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
  const editions = await query<EditionRow>(countingEdition(tableOf('edition'), wanted), [years, ids]);
  const periods = await query<PeriodRow>(
    `SELECT year, block_id AS id, ruleset, skipped FROM ${tableOf('period')} WHERE ${wanted}`,
    [years, ids],
  );
  const standings = await query<StandingRow>(
    `SELECT unit_id, year, block_id, phase, ruleset, total, partial, index, class_name, grade, value, tie_breakers
     FROM ${tableOf('standing')} WHERE ${wanted} ORDER BY unit_id COLLATE "C"`,
    [years, ids],
  );
  const members = await query<MemberRow>(
    `SELECT m.block_id AS id, m.unit_id, m.spans, u.dissolved_on FROM ${tableOf('member')} m
     LEFT JOIN ${tableOf('unit')} u USING (unit_id) WHERE m.block_id = ANY ($1::text[])`,
    [ids],
  );
  const ranks = await query<RankRow>(
    `SELECT year, block_id AS id, unit_id, rank, n, y.state FROM ${tableOf('result')} JOIN ${tableOf('block_year')} y USING (year, block_id)
     WHERE ${before}`,
    [years, ids],
  );
  const exists = new Set(
    [...editions, ...periods, ...standings.map(({ year, block_id: id }) => ({ year, id }))].map(nameOf),
  );
  const existing = keys.filter((key) => exists.has(nameOf(key)));
  const descent = await loadDescent(years, { query, tableOf });
  return new BlockYearInputs(existing, editions, periods, standings, members, byBlockYear(ranks), descent);
}

async function loadDescent(
  years: readonly number[],
  { query, tableOf }: Pick<AcrossContext<RankingTable>, 'query' | 'tableOf'>,
): Promise<Descent> {
  const changes = await query<Descent['changes'][number]>(changesIn(tableOf('lineage')), [years]);
  const rulings = await query<Descent['rulings'][number]>(rulingsIn(tableOf('ruling')), [years]);
  return { changes, rulings };
}

function nameOf({ year, id }: YearKey): string {
  return `${year}/${id}`;
}

function byBlockYear(rows: readonly RankRow[]): Map<string, Ranks> {
  const all = new Map<string, Ranks>();
  for (const { unit_id, rank, n, state, ...key } of rows) {
    const ranks = all.get(nameOf(key)) ?? { state, of: new Map<string, Rank>() };
    ranks.of.set(unit_id, { rank, n });
    all.set(nameOf(key), ranks);
  }
  return all;
}
