import { pause, type Position } from '@app/event-store';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { poolOf } from './ask';
import { ReadModelBehind, ReadModelQuarantined } from './errors';
import { SCHEMA } from './table-sql';

const LOOK_AGAIN_MS = 10;

/** How far a read model has read, and what stands still of the event at a position; null: nothing. */
interface Standing {
  readonly position: Position | undefined;
  readonly partition: string | null;
}

/** Makes a query wait until the read model shows what its reader has just written. */
@Injectable()
export class ReadYourWrites {
  private readonly looks = new Map<string, Promise<Position | undefined>>();

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Resolves once the live generation of the projection has applied the event at `after`; at once when there is nothing to wait for.
   * Throws ReadModelBehind after `timeoutMs`, ReadModelQuarantined when that event waits behind a faulty one, or when a group that may
   * rest on it could not be computed. Never silently stale.
   */
  async waitFor(projection: string, after: Position | undefined, timeoutMs = 2000): Promise<void> {
    if (after === undefined) return;
    const { partition } = await this.reached(projection, after, timeoutMs);
    if (partition !== null) throw new ReadModelQuarantined(projection, partition, after);
  }

  /**
   * Resolves once the live generation has read the log up to `position`, whatever of it may stand still: for who asks about a moment, not
   * about an event. Throws ReadModelBehind after `timeoutMs`.
   */
  async waitUntilRead(projection: string, position: Position | undefined, timeoutMs = 2000): Promise<void> {
    if (position !== undefined) await this.reached(projection, position, timeoutMs);
  }

  private async reached(projection: string, after: Position, timeoutMs: number): Promise<Standing> {
    const until = Date.now() + timeoutMs;
    for (;;) {
      const standing = await this.standing(projection, after);
      const { position } = standing;
      if (position !== undefined && position >= after) return standing;
      for (let seen = position; seen === undefined || seen < after; seen = await this.nextLook(projection)) {
        if (Date.now() >= until) throw new ReadModelBehind(projection, after, seen);
      }
    }
  }

  /** Where the projection stands in a moment. Shared by all who wait for it: each looking for itself, they would keep it from getting there. */
  private nextLook(projection: string): Promise<Position | undefined> {
    const shared = this.looks.get(projection);
    if (shared) return shared;
    const look = pause(LOOK_AGAIN_MS)
      .then(() => this.positionOf(projection))
      .finally(() => this.looks.delete(projection));
    this.looks.set(projection, look);
    return look;
  }

  private async positionOf(projection: string): Promise<Position | undefined> {
    const { rows } = await poolOf(this.dataSource).query<{ position: string | null }>({
      name: 'read-position',
      text: `SELECT position::text FROM ${SCHEMA}.current_checkpoint WHERE projection = $1`,
      values: [projection],
    });
    return positionIn(rows);
  }

  private async standing(projection: string, after: Position): Promise<Standing> {
    const { rows } = await poolOf(this.dataSource).query<{ position: string | null; partition: string | null }>({
      name: 'read-standing',
      text: `SELECT c.position::text, coalesce(p.partition, (SELECT a.name FROM ${SCHEMA}.across_group a
         WHERE a.projection = c.projection AND a.generation = c.generation AND a.error IS NOT NULL LIMIT 1)) AS partition
       FROM ${SCHEMA}.current_checkpoint c
       LEFT JOIN ${SCHEMA}.parked_event p ON p.projection = c.projection AND p.generation = c.generation AND p.position = $2
       WHERE c.projection = $1`,
      values: [projection, after.toString()],
    });
    return { position: positionIn(rows), partition: rows[0]?.partition ?? null };
  }
}

function positionIn([row]: readonly { readonly position: string | null }[]): Position | undefined {
  return row?.position == null ? undefined : BigInt(row.position);
}
