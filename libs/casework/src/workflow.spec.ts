import { DomainError, fold } from '@app/kernel';
import { sampleDays } from '@app/testing';
import { answerCase, type Casework, casework, closeCase, receiveCase, registerCase } from './casework';
import {
  caseAnswered,
  caseClosed,
  type CaseKind,
  caseReceived,
  caseRegistered,
  type CaseworkEvent,
  caseworkEvents,
} from './casework.events';
import { objectToScore } from './objection';
import { sampleObjectionTerms } from './objection-terms';

const unitYear = { year: 2024, unitId: 'so_noi_vu' };
const caseName = { ...unitYear, caseId: 'c1' };
const now = '2024-06-20T02:00:00.000Z';
const calendar = sampleDays(2024);
const [day, dueOn] = ['2024-06-20', '2024-06-28'];
const complained = {
  component: '3.3.1',
  externalNumber: '123/KN-TTr',
  channel: '1022',
  receivedOn: '2024-06-03',
  dueOn,
};
const number = '12/KNĐ';

const came = (kind: CaseKind, externalNumber: string | null = complained.externalNumber, caseId = 'c1') =>
  caseReceived.of({ ...unitYear, ...complained, caseId, kind, externalNumber, asked: { dueOn } });
const answered = (kind: CaseKind) => caseAnswered.of({ ...caseName, kind, answeredOn: day, late: false });
const closed = (kind: CaseKind) =>
  caseClosed.of({ ...caseName, kind, component: '3.3.1', outcome: 'rejected', closedOn: day, reason: 'x' });
const numbered = caseRegistered.of({ ...caseName, kind: 'score-objection', externalNumber: number });
const [complaint, reference, objection] = ['complaint', 'denunciation-reference', 'score-objection'] as const;

/** The case `c1`: how it came into each of its states. */
const states: Readonly<Record<string, readonly CaseworkEvent[]>> = {
  'not received': [],
  'not received, another has its number': [came(complaint, undefined, 'c2')],
  received: [came(complaint)],
  answered: [came(complaint), answered(complaint)],
  concluded: [came(complaint), closed(complaint)],
  'answered, concluded': [came(complaint), answered(complaint), closed(complaint)],
  'of a denunciation': [came(reference)],
  'of a denunciation, answered': [came(reference), answered(reference)],
  'of a denunciation, concluded': [came(reference), closed(reference)],
  'objection without a number': [came(objection, null)],
  'objection without a number, another has it': [came(objection, null), came(objection, number, 'c2')],
  'objection with its number': [came(objection, null), numbered],
  'objection without a number, answered': [came(objection, null), answered(objection)],
  'objection without a number, concluded': [came(objection, null), closed(objection)],
  'objection numbered after its conclusion': [came(objection, null), closed(objection), numbered],
};

type Act = (state: Casework) => readonly CaseworkEvent[];
const [inTime, tooLate] = ['2024-06-20T02:00:00.001Z', now];
const own = { handlerUnitId: unitYear.unitId };
const arriving = { ...caseName, ...complained, kind: complaint };
const arrivingObjection = { ...arriving, kind: objection, externalNumber: number };
const complaining = { ...arriving, kind: 'score-complaint' } as const;
const registering = { ...caseName, externalNumber: number };
const answering = { ...caseName, answeredOn: day };
const concluding = { ...caseName, outcome: 'rejected', closedOn: day, reason: 'x' } as const;
const objecting =
  (objectUntil: string | null): Act =>
  (state) =>
    objectToScore(
      state,
      { ...caseName, component: '3.3.1', channel: 'he_thong', objectUntil },
      sampleObjectionTerms,
      calendar,
      now,
    );

const commandsOf = {
  office: {
    receive: (state) => receiveCase(state, arriving, calendar, now),
    'receive an objection': (state) => receiveCase(state, { ...arrivingObjection, objectUntil: inTime }, calendar, now),
    'receive an objection too late': (state) =>
      receiveCase(state, { ...arrivingObjection, objectUntil: tooLate }, calendar, now),
    'receive a complaint of the score': (state) =>
      receiveCase(state, { ...complaining, officialOn: complained.receivedOn }, calendar, now),
    'receive it before there is an official one': (state) => receiveCase(state, complaining, calendar, now),
    register: (state) => registerCase(state, registering),
    answer: (state) => answerCase(state, answering, now),
    conclude: (state) => closeCase(state, concluding, now),
    'conclude without a word': (state) => closeCase(state, { ...concluding, reason: null }, now),
  },
  head: { object: objecting(inTime), 'object too late': objecting(tooLate), 'object to nothing': objecting(null) },
  'own people': {
    receive: (state) => receiveCase(state, { ...arriving, ...own }, calendar, now),
    register: (state) => registerCase(state, { ...registering, ...own }),
    answer: (state) => answerCase(state, { ...answering, ...own }, now),
    conclude: (state) => closeCase(state, { ...concluding, ...own }, now),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Act>>>>;

type Whose = keyof typeof commandsOf;
const everybody = Object.keys(commandsOf) as Whose[];
const same = (code: string, times: number) => Array<string>(times).fill(code).join(' ');
const late = 'objections-are-not-taken';
const early = 'score-is-not-official';
const there = `${same('already-received', 2)} ${late} already-received ${early}`;
const unnamed = 'input.text-is-invalid';
const objectable = `✓ ${same(late, 2)}`;
/** The own people are told nothing of what there is. */
const refused = { 'own people': same('own-unit-handled', 4) };
const known = { head: `already-received ${same(late, 2)}`, ...refused };
const unknown = { head: objectable, ...refused };
const ended = `${there} already-registered ${same('is-closed', 3)}`;

/** `✓` is accepted, with one event; else the refusal's code. The columns are the commands, in their order. */
const matrix: Readonly<Record<string, Readonly<Record<Whose, string>>>> = {
  'not received': { office: `✓ ✓ ${late} ✓ ${early} ${same('not-received', 4)}`, ...unknown },
  'not received, another has its number': {
    office: `register-number-is-taken ✓ ${late} ✓ ${early} ${same('not-received', 4)}`,
    ...unknown,
  },
  received: { office: `${there} already-registered ✓ ✓ ${unnamed}`, ...known },
  answered: { office: `${there} already-registered already-answered ✓ ${unnamed}`, ...known },
  concluded: { office: ended, ...known },
  'answered, concluded': { office: ended, ...known },
  'of a denunciation': { office: `${there} already-registered ✓ denunciation-text-refused ✓`, ...known },
  'of a denunciation, answered': {
    office: `${there} already-registered already-answered denunciation-text-refused ✓`,
    ...known,
  },
  'of a denunciation, concluded': { office: ended, ...known },
  'objection without a number': { office: `${there} ✓ ✓ ✓ ${unnamed}`, ...known },
  'objection without a number, another has it': {
    office: `${there} register-number-is-taken ✓ ✓ ${unnamed}`,
    ...known,
  },
  'objection with its number': { office: `${there} already-registered ✓ ✓ ${unnamed}`, ...known },
  'objection without a number, answered': { office: `${there} ✓ already-answered ✓ ${unnamed}`, ...known },
  'objection without a number, concluded': { office: `${there} ✓ ${same('is-closed', 3)}`, ...known },
  'objection numbered after its conclusion': { office: ended, ...known },
};

/** What a command leads to in a state: its events, or the refusal. */
function outcomeOf(name: string, act: Act): readonly CaseworkEvent[] | DomainError {
  const state = fold(casework, states[name] ?? []);
  try {
    return act(state);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  } finally {
    // Nothing is decided by changing the state that was read: what is refused leaves no trace.
    expect(state).toEqual(fold(casework, states[name] ?? []));
  }
}

function answerOf(name: string, act: Act): string {
  const outcome = outcomeOf(name, act);
  if (outcome instanceof DomainError) return outcome.code.replace('casework.', '');
  return outcome.length === 1 ? '✓' : `${outcome.length} events`;
}

/** What each command is answered, by name, so that a difference says which. */
function answersIn(name: string, whose: Whose): Record<string, string> {
  const acts = Object.entries<Act>(commandsOf[whose]);
  return Object.fromEntries(acts.map(([command, act]) => [command, answerOf(name, act)]));
}

function expectedIn(name: string, whose: Whose): Record<string, string> {
  const cells = matrix[name]?.[whose].split(' ') ?? [];
  const names = Object.keys(commandsOf[whose]);
  if (cells.length !== names.length) throw new Error(`${name}, ${whose}: ${cells.length} cells for ${names.length}`);
  return Object.fromEntries(names.map((command, place) => [command, cells[place] ?? '']));
}

describe('the course of a case', () => {
  it('is told of every state', () => expect(Object.keys(matrix)).toEqual(Object.keys(states)));

  const rows = Object.keys(states).flatMap((name) => everybody.map((whose) => [name, whose] as const));
  it.each(rows)('%s: every act of the %s is accepted or refused as the procedure says', (name, whose) =>
    expect(answersIn(name, whose)).toEqual(expectedIn(name, whose)),
  );

  const outcomes = () =>
    rows.flatMap(([name, whose]) => Object.values<Act>(commandsOf[whose]).map((act) => outcomeOf(name, act)));

  it('leaves out no command: every event of a case comes about', () => {
    const types = outcomes().flatMap((outcome) =>
      outcome instanceof DomainError ? [] : outcome.map(({ type }): string => type),
    );
    expect([...new Set(types)].sort()).toEqual(caseworkEvents.map(({ type }): string => type).sort());
  });

  it('refuses for the present state (409), unless there is no such case (404), it is the own unit’s (403) or for its words (422)', () => {
    const others: Readonly<Record<string, string>> = {
      'casework.not-received': 'not-found',
      'casework.own-unit-handled': 'forbidden',
      'casework.denunciation-text-refused': 'invalid',
      'input.text-is-invalid': 'invalid',
    };
    const kinds = outcomes().flatMap((outcome) =>
      outcome instanceof DomainError ? [[outcome.code, outcome.kind] as const] : [],
    );
    expect(Object.keys(others).filter((code) => !kinds.some(([found]) => found === code))).toEqual([]);
    expect(kinds.filter(([code, kind]) => kind !== (others[code] ?? 'conflict'))).toEqual([]);
  });
});
