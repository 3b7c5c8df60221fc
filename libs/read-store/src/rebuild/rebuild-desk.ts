import { EventRegistry, EventStore } from '@app/event-store';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { bringAbreast } from '../abreast';
import { makeLive } from '../cut-over';
import { changingGenerations, type Generation } from '../generations';
import { onOneConnection } from '../one-connection';
import type { Extent } from '../positions';
import { ProjectionCatalogue } from '../projection-catalogue';
import { READ_STORE_OPTIONS, type ReadStoreOptions } from '../read-store-options';
import { type Session, sessionOf } from '../session';
import { SCHEMA } from '../table-sql';
import { forgetGeneration, givingWay } from '../views';
import { compareTables, type Comparison } from './compare';
import { type Defined, definedGenerations, type Which } from './defined-generations';
import { keepingUp } from './keeping-up';
import { REBUILD_DEFAULTS, type RebuildParts, type RebuildProgress } from './rebuild';
import { RebuildRefused } from './rebuild-errors';
import { rebuildSeveral } from './rebuild-several';
import { rebuildsOnRecord, type RebuildState, refuseIfChanged } from './rebuild-state';
import { holdingBoth } from './same-position';

/** Readers saw generation `from` and see `to` now, which holds the log up to `position`. */
export interface Switched {
  readonly projection: string;
  readonly from: number;
  readonly to: number;
  readonly position: string;
}

const NEVER = new AbortController().signal;

/** Rebuilds projections beside their live tables and lets operators compare, cut over, roll back, cancel and drop. Safe from any process. */
@Injectable()
export class RebuildDesk {
  private readonly parts: RebuildParts;
  private readonly session: Session;

  constructor(
    private readonly dataSource: DataSource,
    store: EventStore,
    registry: EventRegistry,
    private readonly catalogue: ProjectionCatalogue,
    @Optional() @Inject(READ_STORE_OPTIONS) options: ReadStoreOptions = {},
  ) {
    this.parts = { dataSource, store, registry, divideInto: options.parts, countable: options.countablePositions };
    this.session = sessionOf(dataSource);
  }

  /** Every rebuild on record, and how far it is. */
  list(): Promise<RebuildState[]> {
    return rebuildsOnRecord(this.session);
  }

  /**
   * Begins a rebuild, or takes up the one on record, until it holds what the log holds. Throws UnknownProjection, RebuildBusy,
   * RebuildCancelled; whatever it throws, calling again goes on.
   */
  rebuild(
    name: string,
    onProgress: (progress: RebuildProgress) => void = () => undefined,
    signal: AbortSignal = NEVER,
  ): Promise<void> {
    return this.rebuildAll([name], onProgress, signal);
  }

  /**
   * The same for several over one reading of the log. When some fail, the others are finished first, and then it throws RebuildsFailed.
   * `between` is waited for between two pieces of the work, so that it can give way to others.
   */
  async rebuildAll(
    names: readonly string[],
    onProgress: (progress: RebuildProgress) => void = () => undefined,
    signal: AbortSignal = NEVER,
    between?: () => Promise<void>,
  ): Promise<void> {
    const projections = [...new Set(names)].map((name) => this.catalogue.get(name));
    const options = between ? { ...REBUILD_DEFAULTS, between } : REBUILD_DEFAULTS;
    await rebuildSeveral(this.parts, projections, onProgress, signal, options);
  }

  /**
   * The rebuild (without one: the generation that rolling back would bring) against the live one, at one position. Marks whether they hold the
   * same, and changes nothing else. Throws RebuildRefused.
   */
  async compare(name: string): Promise<Comparison> {
    const { live, other } = await this.liveAndOther(
      name,
      (await this.first(name, 'rebuilt')) ?? (await this.first(name, 'retired')),
    );
    return this.onBoth(name, live, other, (session) =>
      onOneConnection(this.dataSource, async (snapshot) => {
        try {
          const position = await holdingBoth(
            session,
            name,
            [live.generation, other.generation],
            ({ live: one, other: two, even }) => even && one === two,
            this.abreast(session, name, [live, other]),
            async (standings, brought) => {
              if (brought) return undefined; // The snapshot would not see it.
              // The snapshot outlives the hold: the runners go on while it is compared.
              await snapshot.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
              await snapshot.query('SELECT 1');
              return standings.live;
            },
          );
          const comparison = await compareTables(snapshot, { projection: name, position, live, rebuilt: other });
          await recordContents(session, live, other, comparison);
          return comparison;
        } finally {
          await snapshot.query('ROLLBACK').catch(() => undefined);
        }
      }),
    );
  }

  /** Readers see the rebuild from one instant on; what they saw is kept, and kept up, for rolling back. Throws RebuildRefused. */
  async cutOver(name: string): Promise<Switched> {
    return this.switchTo(name, await this.first(name, 'rebuilt'));
  }

  /** Readers see the generation retired last again, not behind what they saw. Throws RebuildRefused. */
  async rollBack(name: string): Promise<Switched> {
    return this.switchTo(name, await this.first(name, 'retired'));
  }

  /** The rebuild's tables go; a process that works on it is told at its next step. Answers its number. Throws RebuildRefused. */
  async cancel(name: string): Promise<number> {
    const rebuilt = await this.first(name, 'rebuilding');
    if (!rebuilt) throw new RebuildRefused(`Không có việc dựng lại nào của bộ chiếu “${name}”.`);
    await this.forget([rebuilt]);
    return rebuilt.generation;
  }

  /** The retired generations go: there is no rolling back behind them any more. Answers their numbers. */
  async drop(name: string): Promise<number[]> {
    const retired = await this.defined(name, 'retired');
    await this.forget(retired);
    return retired.map(({ generation }) => generation).sort((a, b) => a - b);
  }

  private async switchTo(name: string, wanted: Defined | undefined): Promise<Switched> {
    const { live, other } = await this.liveAndOther(name, wanted);
    return this.onBoth(name, live, other, (session) =>
      givingWay(() =>
        holdingBoth(
          session,
          name,
          [live.generation, other.generation],
          // What readers have seen they never unsee.
          ({ live: seen, other: shown }) => shown >= seen,
          this.abreast(session, name, [live, other]),
          async (standings) => {
            await refuseIfChanged(session, [live, other], true);
            await refuseIfLess(session, live, other);
            await makeLive(session, { ...this.catalogue.get(name), ...other, name }, other.generation);
            const position = standings.other.toString();
            return { projection: name, from: live.generation, to: other.generation, position };
          },
        ),
      ),
    );
  }

  private abreast(session: Session, name: string, both: readonly Defined[]) {
    const projection = this.catalogue.get(name);
    return (extents: ReadonlyMap<number, Extent>) => bringAbreast(session, this.parts, projection, both, extents);
  }

  private onBoth<Result>(
    name: string,
    live: Defined,
    other: Defined,
    work: (session: Session) => Promise<Result>,
  ): Promise<Result> {
    const projection = this.catalogue.get(name);
    const onBoth = () => onOneConnection(this.dataSource, work);
    return keepingUp(this.parts, projection, [live, other], NEVER, () => undefined, onBoth);
  }

  private async liveAndOther(name: string, other: Defined | undefined): Promise<{ live: Defined; other: Defined }> {
    const live = await this.first(name, 'live');
    if (!live) throw new RebuildRefused(`Bộ chiếu “${name}” chưa có bản nào đang dùng.`);
    if (!other) throw new RebuildRefused(`Bộ chiếu “${name}” không có bản nào khác bản đang dùng (đã dựng xong).`);
    return { live, other };
  }

  private async first(name: string, which: Which): Promise<Defined | undefined> {
    return (await this.defined(name, which))[0];
  }

  private defined(name: string, which: Which): Promise<Defined[]> {
    return definedGenerations(this.session, this.catalogue.get(name), which);
  }

  private async forget(generations: readonly Defined[]): Promise<void> {
    await onOneConnection(this.dataSource, async (session) => {
      for (const one of generations) {
        const { projection, generation, tables } = one;
        await givingWay(() =>
          changingGenerations(session, async () => {
            await refuseIfChanged(session, [one]);
            await forgetGeneration(session, projection, Object.keys(tables), generation);
          }),
        );
      }
    });
  }
}

/**
 * Of one version and alike once, they stay so: both are what the log comes to. Else nothing holds that was known of either: one of them is
 * not what the log comes to, and others may bear its mark.
 */
async function recordContents(session: Session, live: Defined, other: Defined, { same }: Comparison): Promise<void> {
  await session.query(
    `UPDATE ${SCHEMA}.generation g SET contents = CASE WHEN $4 THEN l.contents ELSE gen_random_uuid() END
     FROM ${SCHEMA}.generation l
     WHERE l.projection = $1 AND l.generation = $2 AND g.projection = $1 AND g.generation IN ($2, $3)`,
    [live.projection, live.generation, other.generation, same && live.version === other.version],
  );
}

/** A partition that stands still, or a group put aside, in the other generation but not in the live one would show less than readers see. */
async function refuseIfLess(session: Session, live: Generation, other: Generation): Promise<void> {
  const [held] = await session.query<{ partition: string }>(
    `SELECT partition FROM (
       SELECT partition, position FROM ${SCHEMA}.quarantine o WHERE projection = $1 AND generation = $3 AND NOT EXISTS (
         SELECT FROM ${SCHEMA}.quarantine l WHERE l.projection = $1 AND l.generation = $2 AND l.partition = o.partition
           AND l.position <= o.position)
       UNION ALL SELECT name, NULL FROM ${SCHEMA}.across_group o WHERE projection = $1 AND generation = $3 AND error IS NOT NULL
         AND NOT EXISTS (SELECT FROM ${SCHEMA}.across_group l
           WHERE l.projection = $1 AND l.generation = $2 AND l.name = o.name AND l.error IS NOT NULL)) held
     ORDER BY position, partition LIMIT 1`,
    [live.projection, live.generation, other.generation],
  );
  if (held) {
    throw new RebuildRefused(
      `Phần “${held.partition}” của “${live.projection}” đang tạm dừng trong bản dữ liệu này: xử lý trước khi chuyển.`,
    );
  }
}
