import { randomUUID } from 'node:crypto';
import type { EventMetadata, ExpectedRevision, NewEvent } from '@app/event-store';
import { type EventOf, eventSchema } from '@app/kernel';
import type { Projection } from '@app/read-store';

/** The event of the contests with other stores: about 330 bytes of data, and the metadata that every event of ours carries. */
export const scored = eventSchema('Scored').startingAs<{
  unit: string;
  points: number;
  /** Grows from event to event of a unit. */
  number: number;
  component: string;
  reason: string;
}>();

const REASON =
  'Báo cáo gửi đúng hạn, tài liệu kiểm chứng đầy đủ; số liệu khớp với hệ thống theo dõi của cơ quan chủ trì. '.repeat(
    2,
  );

export type ScoredData = ReturnType<typeof scored.of>['data'];

export function scoredData(unit: string, number: number): ScoredData {
  return { unit, number, points: number % 5, component: `${(number % 8) + 1}.${(number % 5) + 1}.1`, reason: REASON };
}

/** Who recorded it, as complete as the write path writes it. */
export function metadataOf(part = 1, parts = 1): EventMetadata {
  const commandId = randomUUID();
  const who = { actor: 'can_bo_mau', onBehalfOf: null, role: 'unit-officer' };
  const ids = { commandId, correlationId: commandId, causationId: commandId };
  return { ...ids, ...who, schemaVersion: 1, recordedAt: '2024-12-05T02:00:00.000Z', part, parts };
}

/** `parts` new events of a unit, the first with this number, as one append. */
export function scoredEvents(unit: string, number: number, parts: number): NewEvent[] {
  return Array.from({ length: parts }, (_, index) => ({
    id: randomUUID(),
    type: scored.type,
    data: scoredData(unit, number + index),
    metadata: metadataOf(index + 1, parts),
  }));
}

/** A stream that one client appends to; a new one after about as many events as a unit-year has. */
export class GrowingStream {
  private opened = 0;
  private revision = -1;
  name = '';

  constructor(private readonly prefix: string) {
    this.next();
  }

  get expected(): ExpectedRevision {
    return this.revision < 0 ? 'no-stream' : BigInt(this.revision);
  }

  /** The number of the next event. */
  get size(): number {
    return this.revision + 1;
  }

  grewBy(events: number): void {
    this.revision += events;
    if (this.revision >= 400) this.next();
  }

  private next(): void {
    this.opened += 1;
    this.name = `${this.prefix}.${this.opened}`;
    this.revision = -1;
  }
}

/** The simplest read model that is of any use: one total per unit. */
export const unitTotal: Projection<EventOf<typeof scored>, 'unit'> = {
  name: 'total',
  version: 1,
  categories: ['bench'],
  tables: { unit: { columns: { unit: 'text', total: 'bigint', number: 'integer' }, key: ['unit'] } },
  partition: ({ stream }) => stream,
  on: {
    Scored: ({ data: { unit, points, number } }, write) =>
      write.table('unit').fold({ unit }, (row) => {
        const total = typeof row?.total === 'string' ? BigInt(row.total) : ((row?.total as bigint | undefined) ?? 0n);
        return { total: total + BigInt(points), number };
      }),
  },
};
