import { assessmentEvents } from '@app/assessment';
import { caseworkEvents } from '@app/casework';
import type { ExpectedRevision, NewEvent } from '@app/event-store';
import type { DomainEvent, Instant } from '@app/kernel';
import { periodEvents } from '@app/period';
import { publicationEvents } from '@app/publication';
import { surveyEvents } from '@app/survey';
import { blockEvents, unitEvents } from '@app/unit';
import { TICK } from './calendar';
import { NationIds } from './ids';
import type { NationPlan } from './nation-plan';

/** The newest shape of every type. */
const VERSIONS: ReadonlyMap<string, number> = new Map(
  [
    ...[...unitEvents, ...blockEvents, ...periodEvents, ...assessmentEvents],
    ...[...surveyEvents, ...caseworkEvents, ...publicationEvents],
  ].map(({ type, version }) => [type, version]),
);

/** One append: a command records one event, as all commands of the house do. */
export interface NationAppend {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly [NewEvent];
}

/** Who acts, and in which role. */
export type Actor = readonly [account: string, role: string];

/** Events that lie before the first one in a log: its identity. Positions of the nation's events follow from their numbers. */
const BEFORE = 1;

/** Stamps the nation's events one after the other: ids from their numbers, instants from the phase they belong to. */
export class Recorder {
  private readonly ids: NationIds;
  private number = 0;
  private now = 0;

  constructor(plan: NationPlan) {
    this.ids = new NationIds(plan);
  }

  /** The position of the last event, in a log that holds its identity and the nation. */
  get position(): bigint {
    return BigInt(this.number + BEFORE);
  }

  /** When the next event is recorded. */
  get instant(): Instant {
    return new Date(this.now).toISOString();
  }

  begin(phase: Instant): void {
    this.now = Date.parse(phase);
  }

  /** The event as the append at `revision` of its stream, in the newest shape of its type. */
  record(stream: string, revision: number, { type, data }: DomainEvent, [actor, role]: Actor): NationAppend {
    this.number += 1;
    const commandId = this.ids.commandId(this.number);
    const context = { commandId, correlationId: commandId, causationId: commandId, actor, onBehalfOf: null, role };
    const metadata = {
      ...context,
      schemaVersion: VERSIONS.get(type) ?? 1,
      recordedAt: this.instant,
      part: 1,
      parts: 1,
    };
    this.now += TICK;
    const expected = revision === 0 ? 'no-stream' : BigInt(revision - 1);
    return { stream, expected, events: [{ id: this.ids.eventId(this.number), type, data, metadata }] };
  }
}
