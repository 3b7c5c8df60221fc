import type { CaseworkEvent } from '@app/casework';
import type { Recorded } from '@app/event-store';
import type { CaseEntry, CaseKey } from './case-entry';

/** A case with what was recorded of it, in the order of the log. */
export interface CaseCourse {
  readonly entry: CaseEntry;
  readonly key: CaseKey;
  /** Why it was concluded as it was; null: it was not, or it is a denunciation, of which no text enters. */
  readonly reason: string | null;
  readonly events: readonly Recorded<CaseworkEvent>[];
}

/** The cases about a unit's year that the events of its stream tell, in the order of the register. */
export function casesIn(events: readonly Recorded<CaseworkEvent>[]): CaseCourse[] {
  const byCase = new Map<string, Recorded<CaseworkEvent>[]>();
  for (const event of events) {
    const known = byCase.get(event.data.caseId);
    if (known === undefined) byCase.set(event.data.caseId, [event]);
    else known.push(event);
  }
  const courses = [...byCase.values()].flatMap(courseOf);
  return courses.sort((one, other) => (isBehind(one.key, other.key) ? 1 : -1));
}

/** Whether a case comes behind another in the order of the register. */
export function isBehind([dueOn, position]: CaseKey, [otherDue, otherPosition]: CaseKey): boolean {
  return dueOn === otherDue ? BigInt(position) > BigInt(otherPosition) : dueOn > otherDue;
}

function courseOf(events: readonly Recorded<CaseworkEvent>[]): CaseCourse[] {
  const received = first(events, 'CaseReceived');
  if (received === undefined) return [];
  const { caseId, year, unitId, kind, component, channel, receivedOn, dueOn, asked, externalNumber } = received.data;
  const given = first(events, 'CaseRegistered')?.data.externalNumber;
  const answered = first(events, 'CaseAnswered')?.data;
  const closed = first(events, 'CaseClosed')?.data;
  const entry: CaseEntry = {
    ...{ year, unitId, caseId, kind, component, channel, receivedOn, dueOn, asked: { dueOn: asked.dueOn } },
    externalNumber: externalNumber ?? given ?? null,
    state: closed ? 'closed' : answered ? 'answered' : 'open',
    answer: answered ? { answeredOn: answered.answeredOn, late: answered.late } : null,
    conclusion: closed ? { outcome: closed.outcome, closedOn: closed.closedOn } : null,
  };
  const reason = closed === undefined || closed.reason === '' ? null : closed.reason;
  return [{ entry, key: [dueOn, received.position.toString()], reason, events }];
}

type Of<Type extends CaseworkEvent['type']> = Extract<Recorded<CaseworkEvent>, { type: Type }>;

/** Each of them happens to a case once. */
function first<Type extends CaseworkEvent['type']>(
  events: readonly Recorded<CaseworkEvent>[],
  type: Type,
): Of<Type> | undefined {
  return events.find((event): event is Of<Type> => event.type === type);
}
