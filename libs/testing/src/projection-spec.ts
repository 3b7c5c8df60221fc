import type { AnyProjection, Row } from '@app/read-store';
import { type AnyEventSchema, everySchema, type HistoryEvent } from './history';
import { inLab } from './labs';
import type { ProjectionLab } from './projection-lab';

/** Given a history, the rows of a projection; on a real database. */
export function projectionSpec(projection: AnyProjection, schemas: readonly AnyEventSchema[] = everySchema) {
  return {
    given: (...history: readonly HistoryEvent[]) => new GivenHistory(projection, history, schemas),
  };
}

class GivenHistory {
  constructor(
    private readonly projection: AnyProjection,
    private readonly history: readonly HistoryEvent[],
    private readonly schemas: readonly AnyEventSchema[],
  ) {}

  /** The rows of one table after the history. */
  rows(table: string): Promise<Row[]> {
    return this.withLab(async (lab) => {
      await lab.catchUp();
      return lab.rows(table);
    });
  }

  /** The table holds exactly these rows, in key order; columns not named are not compared. */
  async thenRows(table: string, expected: readonly Row[]): Promise<void> {
    const rows = await this.rows(table);
    expect(rows).toMatchObject(expected);
    expect(rows).toHaveLength(expected.length);
  }

  /** Delivered again from the beginning, and from any point, the history gives the same rows. */
  thenReplayingChangesNothing(): Promise<void> {
    return this.withLab(async (lab) => {
      await lab.catchUp();
      const first = await lab.snapshot();
      for (const from of [undefined, 1n, BigInt(this.history.length >> 1), BigInt(this.history.length)]) {
        await lab.rollBack(from === 0n ? undefined : from);
        await lab.catchUp(2);
        expect(await lab.snapshot()).toEqual(first);
      }
    });
  }

  /** However the history is cut into batches, the rows are the same. */
  thenAnyBatchSizeGivesTheSame(sizes: readonly number[] = [1, 2, 3, 7]): Promise<void> {
    return this.withLab(async (lab) => {
      await lab.catchUp();
      const whole = await lab.snapshot();
      expect(Object.values(whole).flat()).not.toHaveLength(0);
      const random = () => 1 + Math.floor(Math.random() * 9);
      for (const size of [...sizes, random]) {
        await lab.forget();
        await lab.catchUp(size);
        expect(await lab.snapshot()).toEqual(whole);
      }
    });
  }

  private withLab<Result>(work: (lab: ProjectionLab) => Promise<Result>): Promise<Result> {
    return inLab(this.projection, this.history, work, this.schemas);
  }
}
