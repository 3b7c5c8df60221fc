import { UnitEnds } from '@app/assessment';
import { EventRegistry, EventStore, type RecordedEvent } from '@app/event-store';
import type { EventOf, LocalDate } from '@app/kernel';
import { unitDissolved, unitStream } from '@app/unit';
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
    for await (const event of this.store.read(unitStream(unitId))) endedOn = endIn(event, this.registry) ?? endedOn;
    return endedOn;
  }
}

/** The first day without the unit, where the event says that it ends. */
export function endIn(event: RecordedEvent, registry: EventRegistry): LocalDate | undefined {
  if (event.type !== unitDissolved.type) return undefined;
  return registry.decode<EventOf<typeof unitDissolved>>(event).data.effectiveOn;
}
