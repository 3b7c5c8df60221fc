import type { DomainEvent } from './domain-event';

/** An event type with every shape it was ever stored in. `version` is the newest shape's number, from 1. */
export interface EventSchema<Type extends string, Data extends object> {
  readonly type: Type;
  readonly version: number;
  /** A new fact in the newest shape. */
  of(data: Data): DomainEvent<Type, Data>;
  /** Stored data of `version`, brought to the newest shape. Throws UnsupportedEventVersion for a version never written by this code. */
  decode(version: number, stored: object): Data;
}

/** An event type that can be given one more shape; each upcaster accepts exactly the previous shape. */
export interface GrowingEventSchema<Type extends string, Data extends object> extends EventSchema<Type, Data> {
  upcastTo<Next extends object>(upcast: (previous: Data) => Next): GrowingEventSchema<Type, Next>;
}

/** The union of events of a list of schemas. */
export type EventOf<Schema> = Schema extends EventSchema<infer Type, infer Data> ? DomainEvent<Type, Data> : never;

/** The newest shape of a schema's data. */
export type DataOf<Schema> = Schema extends EventSchema<string, infer Data> ? Data : never;

export class UnsupportedEventVersion extends Error {
  constructor(type: string, version: number, newest: number) {
    super(`${type} was stored in version ${version}; this program knows versions 1 to ${newest}. Run a newer program.`);
  }
}

type Upcast = (previous: object) => object;

export function eventSchema<Type extends string>(
  type: Type,
): { startingAs<Data extends object>(): GrowingEventSchema<Type, Data> } {
  return { startingAs: <Data extends object>() => schemaWith<Type, Data>(type, []) };
}

function schemaWith<Type extends string, Data extends object>(
  type: Type,
  upcasts: readonly Upcast[],
): GrowingEventSchema<Type, Data> {
  const version = upcasts.length + 1;
  return {
    type,
    version,
    of: (data) => ({ type, data }),
    decode(from, stored) {
      if (!Number.isInteger(from) || from < 1 || from > version) throw new UnsupportedEventVersion(type, from, version);
      return upcasts.slice(from - 1).reduce((data, upcast) => upcast(data), stored) as Data;
    },
    upcastTo: <Next extends object>(upcast: (previous: Data) => Next) =>
      schemaWith<Type, Next>(type, [...upcasts, upcast as unknown as Upcast]),
  };
}
