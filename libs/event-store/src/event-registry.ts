import type { DomainEvent, EventSchema } from '@app/kernel';
import { UnknownEventType } from './errors';
import type { Recorded, RecordedEvent } from './recorded-event';

/** Any event schema; its data type is forgotten so that a list can hold many. */
export type AnyEventSchema = Pick<EventSchema<string, object>, 'type' | 'version' | 'decode'>;

/** Every event type the program knows, by name. Throws at construction when two schemas share a name. */
export class EventRegistry {
  private readonly schemas = new Map<string, AnyEventSchema>();

  constructor(schemas: readonly AnyEventSchema[]) {
    for (const schema of schemas) {
      if (this.schemas.has(schema.type)) throw new Error(`Two event schemas are named ${schema.type}`);
      this.schemas.set(schema.type, schema);
    }
  }

  get types(): readonly string[] {
    return [...this.schemas.keys()];
  }

  /** The newest schema version of a type. Throws UnknownEventType. */
  versionOf(type: string): number {
    return this.schemaOf(type).version;
  }

  /** The event in its newest shape. Throws UnknownEventType or UnsupportedEventVersion, naming the event. */
  decode<Event extends DomainEvent = DomainEvent>(event: RecordedEvent): Recorded<Event> {
    const { id, stream, revision, position, type, metadata } = event;
    const data = this.schemaOf(type).decode(metadata.schemaVersion, event.data);
    return { id, stream, revision, position, type, metadata, data } as unknown as Recorded<Event>;
  }

  private schemaOf(type: string): AnyEventSchema {
    const schema = this.schemas.get(type);
    if (!schema) throw new UnknownEventType(`No schema is registered for event type ${type}`);
    return schema;
  }
}
