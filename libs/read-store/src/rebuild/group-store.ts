import type { Generation } from '../generations';
import type { Session } from '../session';
import { SCHEMA } from '../table-sql';

const IN_HAND = 20_000;

/** The groups that events touched, each once, on record so that settling can be taken up again; only so many in memory. */
export class GroupStore {
  private readonly inHand = new Set<string>();

  constructor(
    private readonly session: Session,
    private readonly generation: Generation,
  ) {}

  add(group: string): void {
    this.inHand.add(group);
  }

  /** Writes them away when there are too many. */
  async relieve(): Promise<void> {
    if (this.inHand.size > IN_HAND) await this.writeAway();
  }

  /** Writes the last ones away and answers how many there are in all. */
  async store(): Promise<number> {
    await this.writeAway();
    const [counted] = await this.session.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${SCHEMA}.rebuild_group WHERE projection = $1 AND generation = $2`,
      this.ids,
    );
    return counted?.count ?? 0;
  }

  /** The next groups behind `after`, in the order of their names. */
  async next(after: string | null, limit: number): Promise<string[]> {
    const rows = await this.session.query<{ name: string }>(
      `SELECT name FROM ${SCHEMA}.rebuild_group WHERE projection = $1 AND generation = $2 AND ($3::text IS NULL OR name > $3) ORDER BY name LIMIT $4`,
      [...this.ids, after, limit],
    );
    return rows.map(({ name }) => name);
  }

  private async writeAway(): Promise<void> {
    if (this.inHand.size > 0) {
      await this.session.query(
        `INSERT INTO ${SCHEMA}.rebuild_group SELECT $1, $2, unnest($3::text[]) ON CONFLICT DO NOTHING`,
        [...this.ids, [...this.inHand]],
      );
    }
    this.inHand.clear();
  }

  private get ids(): [string, number] {
    return [this.generation.projection, this.generation.generation];
  }
}
