import type { Position } from '@app/event-store';
import type { Generation } from '../generations';
import type { Session } from '../session';
import { SCHEMA } from '../table-sql';
import { RebuildRefused } from './rebuild-errors';

const PATIENCE_MS = 60_000;

/** Sees to it that nobody waits for ever for a generation that does not get on. */
export class Standstill {
  private last: { readonly generation: number; readonly position: Position } | undefined;
  private since = 0;

  constructor(
    private readonly session: Session,
    private readonly patienceMs = PATIENCE_MS,
  ) {}

  /** Throws RebuildRefused, naming who keeps the generation up, when it has stood at one position for a minute. */
  async check({ projection, generation }: Generation, position: Position, target: Position): Promise<void> {
    if (this.last?.generation !== generation || this.last.position !== position) {
      this.last = { generation, position };
      this.since = performance.now();
    }
    const stood = performance.now() - this.since;
    if (stood < this.patienceMs) return;
    const [holder] = await this.session.query<{ runner: string }>(
      `SELECT runner FROM ${SCHEMA}.heartbeat WHERE projection = $1 AND generation = $2 ORDER BY beat_at DESC LIMIT 1`,
      [projection, generation],
    );
    throw new RebuildRefused(
      `Bản dữ liệu số ${generation} của “${projection}” đứng yên ở vị trí ${position} đã ${Math.round(stood / 1000)} giây trong khi nhật ký đã tới ${target}: tiến trình “${holder?.runner ?? 'không rõ'}” có thể đang treo; kiểm tra tiến trình đó rồi thử lại.`,
    );
  }
}
