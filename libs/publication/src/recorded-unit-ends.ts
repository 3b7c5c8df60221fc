import { UnitEnds } from '@app/assessment';
import { EventRegistry, EventStore, type RecordedEvent } from '@app/event-store';
import type { LocalDate } from '@app/kernel';
import { changeWithdrawn, unitDissolved, type UnitEvent, unitStream } from '@app/unit';
import { Injectable } from '@nestjs/common';

/** When units end, as it is recorded. */
@Injectable()
export class RecordedUnitEnds extends UnitEnds {
  constructor(
    private readonly store: EventStore,
    private readonly registry: EventRegistry,
  ) {
    super();
  }

  override async of(unitId: string): Promise<LocalDate | null> {
    let endedOn: LocalDate | null = null;
    for await (const event of this.store.read(unitStream(unitId))) endedOn = endAfter(endedOn, event, this.registry);
    return endedOn;
  }
}

/** The first day without the unit once the event is known as well; null: it goes on. */
export function endAfter(endedOn: LocalDate | null, event: RecordedEvent, registry: EventRegistry): LocalDate | null {
  if (!ENDS.has(event.type)) return endedOn;
  const { type, data } = registry.decode<UnitEvent>(event);
  if (type === 'UnitDissolved') return data.effectiveOn;
  return type === 'ChangeWithdrawn' && data.kind === 'dissolution' ? null : endedOn;
}

const ENDS: ReadonlySet<string> = new Set([unitDissolved.type, changeWithdrawn.type]);
