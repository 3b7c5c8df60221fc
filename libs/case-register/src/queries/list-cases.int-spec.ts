import {
  caseAnswered,
  caseClosed,
  type CaseKind,
  caseReceived,
  caseRegistered,
  type CaseworkEvent,
} from '@app/casework';
import type { Recorded } from '@app/event-store';
import { ReadYourWrites } from '@app/read-store';
import { answerAfter, type HistoryEvent, inStream, logOf, ProjectionLab, projectionSpec } from '@app/testing';
import { casesIn } from '../cases-in';
import { caseRegister } from '../projections/case-register.projection';
import { type CaseList, ListCases, ListCasesHandler } from './list-cases.query';

type Input = ListCases['input'];

/** Of a unit's year. */
function inCasework(unitId: string, year: number, ...events: CaseworkEvent[]): HistoryEvent[] {
  return events.map((event) => inStream(`casework-${year}.${unitId}`, event));
}

const received = (unitId: string, year: number, caseId: string, kind: CaseKind, dueOn: string) => {
  const dates = { receivedOn: `${year}-03-01`, dueOn, asked: { dueOn: `${year}-03-09` } };
  const externalNumber = kind === 'score-objection' ? null : `${caseId}/KN`;
  return caseReceived.of({ caseId, kind, unitId, year, component: null, externalNumber, channel: '1022', ...dates });
};
const about = (caseId: string, kind: CaseKind) => ({ caseId, kind, unitId: 'u1', year: 2024 });
const closing = { component: null, closedOn: '2024-03-20', reason: 'CHIM đã xác minh' } as const;

/** Positions 2 to 10: the first is the log's identity. */
const history: readonly HistoryEvent[] = [
  ...inCasework('u1', 2024, received('u1', 2024, 'pa_1', 'feedback', '2024-03-11')),
  ...inCasework('u1', 2024, received('u1', 2024, 'kd_1', 'score-objection', '2024-03-18')),
  ...inCasework('u2', 2024, received('u2', 2024, 'kn_1', 'complaint', '2024-03-11')),
  ...inCasework('u1', 2023, received('u1', 2023, 'kn_1', 'complaint', '2023-03-11')),
  ...inCasework(
    'u1',
    2024,
    caseRegistered.of({ ...about('kd_1', 'score-objection'), externalNumber: '12/KNĐ' }),
    caseAnswered.of({ ...about('pa_1', 'feedback'), answeredOn: '2024-03-12', late: true }),
    caseClosed.of({ ...about('pa_1', 'feedback'), ...closing, outcome: 'rejected' }),
    received('u1', 2024, 'tc_1', 'denunciation-reference', '2024-04-01'),
    caseAnswered.of({ ...about('kd_1', 'score-objection'), answeredOn: '2024-03-15', late: false }),
  ),
];
const whole = ['2023 u1/kn_1', '2024 u1/pa_1', '2024 u2/kn_1', '2024 u1/kd_1', '2024 u1/tc_1'];

const namesIn = ({ cases }: CaseList) =>
  cases.map(({ entry: { year, unitId, caseId } }) => `${year} ${unitId}/${caseId}`);

let lab: ProjectionLab;
beforeAll(async () => {
  lab = await ProjectionLab.open(caseRegister, await logOf(history));
  await lab.catchUp();
});
afterAll(() => lab.close());

async function ask(input?: Input, { dataSource } = lab): Promise<CaseList> {
  return new ListCasesHandler(dataSource, new ReadYourWrites(dataSource)).execute(new ListCases(input));
}

/** What the log held of a unit's year, up to a position. */
async function eventsOf(unitId: string, year: number, upTo = 100n): Promise<Recorded<CaseworkEvent>[]> {
  const { events } = await lab.store.page(undefined, 100);
  const own = events.filter(({ stream, position }) => stream === `casework-${year}.${unitId}` && position <= upTo);
  return own as unknown as Recorded<CaseworkEvent>[];
}

describe('the register of cases', () => {
  it('lists every case by the day on which it is due, with its number as the office gave it and how far it has come', async () => {
    const all = await ask();
    expect(namesIn(all)).toEqual(whole);
    expect(all.cases.map(({ entry: { state, externalNumber } }) => [state, externalNumber])).toEqual([
      ['open', 'kn_1/KN'],
      ['closed', 'pa_1/KN'],
      ['open', 'kn_1/KN'],
      ['answered', '12/KNĐ'],
      ['open', 'tc_1/KN'],
    ]);
    expect(all.asOf).toBe('10');
  });

  it('says of each case what the events of its stream say', async () => {
    const u1 = await ask({ unitId: 'u1', year: 2024 });
    const then = await ask({ unitId: 'u1', year: 2024, asOf: { position: 6n } });
    const told = (events: Recorded<CaseworkEvent>[]) =>
      casesIn(events).map(({ entry, key }) => ({ entry, key, halted: false }));
    expect(u1.cases).toEqual(told(await eventsOf('u1', 2024)));
    expect(u1.halted).toEqual([]);
    expect(then.cases).toEqual(told(await eventsOf('u1', 2024, 6n)));
    expect(u1.cases.map(({ entry }) => entry)).toMatchObject([
      { answer: { answeredOn: '2024-03-12', late: true }, conclusion: { outcome: 'rejected', closedOn: '2024-03-20' } },
      { answer: { late: false }, conclusion: null, dueOn: '2024-03-18', asked: { dueOn: '2024-03-09' } },
      { answer: null, conclusion: null },
    ]);
  });

  it('is restricted to a year, a unit, a kind, a state, or several of them', async () => {
    expect(namesIn(await ask({ year: 2023 }))).toEqual(['2023 u1/kn_1']);
    expect(namesIn(await ask({ unitId: 'u2' }))).toEqual(['2024 u2/kn_1']);
    expect(namesIn(await ask({ kind: 'complaint' }))).toEqual(['2023 u1/kn_1', '2024 u2/kn_1']);
    expect(namesIn(await ask({ state: 'open' }))).toEqual(['2023 u1/kn_1', '2024 u2/kn_1', '2024 u1/tc_1']);
    expect(namesIn(await ask({ state: 'answered', unitId: 'u1' }))).toEqual(['2024 u1/kd_1']);
    expect(namesIn(await ask({ state: 'closed', unitId: 'u2' }))).toEqual([]);
  });

  it('leaves out the cases about the unit-years named, and no others', async () => {
    const except = [
      { unitId: 'u1', year: 2024 },
      { unitId: 'u2', year: 2023 },
    ];
    expect(namesIn(await ask({ except }))).toEqual(['2023 u1/kn_1', '2024 u2/kn_1']);
  });

  it.each([1, 2, 3])('comes in pages of %d, each case once', async (limit) => {
    const paged: string[] = [];
    let behind: Input['behind'];
    do {
      const page = await ask({ limit, behind });
      expect(page.cases.length).toBeLessThanOrEqual(limit);
      paged.push(...namesIn(page));
      behind = page.cases.at(-1)?.key;
    } while (behind !== undefined);
    expect(paged).toEqual(whole);
  });

  it('is at an earlier moment what it was then: neither number, answer nor conclusion of later', async () => {
    const then = await ask({ asOf: { position: 5n } });
    expect(then.asOf).toBe('5');
    expect(then.cases.map(({ entry: { caseId, state, externalNumber } }) => [caseId, state, externalNumber])).toEqual([
      ['kn_1', 'open', 'kn_1/KN'],
      ['pa_1', 'open', 'pa_1/KN'],
      ['kn_1', 'open', 'kn_1/KN'],
      ['kd_1', 'open', null],
    ]);
    expect(namesIn(await ask({ state: 'answered', asOf: { position: 7n } }))).toEqual(['2024 u1/pa_1']);
    expect(namesIn(await ask({ state: 'answered', asOf: { position: 8n } }))).toEqual([]);
    expect(namesIn(await ask({ asOf: { instant: '2023-12-31T23:59:59.999Z' } }))).toEqual([]);
  });

  it('keeps no text of a conclusion, in which somebody could be named', async () => {
    const rows = await lab.rows('case');
    expect(rows).toHaveLength(5);
    expect(JSON.stringify(rows)).not.toContain('CHIM');
  });
});

describe('where a faulty event stopped the cases about a unit in a year', () => {
  const faulty = (unitId: string) => inStream(`casework-2024.${unitId}`, { type: 'CaseLost', data: {} });
  const late = ['u1', 'u3.b'].map((unitId) =>
    inCasework(unitId, 2024, received(unitId, 2024, 'kn_9', 'complaint', '2024-05-02')),
  );
  const askStopped = (...inputs: Input[]) =>
    answerAfter(caseRegister, [...history, faulty('u1'), faulty('u3.b'), ...late.flat()], (stopped) =>
      Promise.all(inputs.map((input) => ask(input, stopped))),
    );

  it('says so of each of these cases, and also where no case is listed; not of others', async () => {
    const except = [{ unitId: 'u3.b', year: 2024 }];
    const asked = [{}, { unitId: 'u3.b' }, { year: 2023 }, { except }, { limit: 1 }];
    const [all, u3, before, other, page] = await askStopped(...asked);
    const [u1Stopped, u3Stopped] = [{ unitId: 'u1', year: 2024 }, ...except];
    expect(all && namesIn(all)).toEqual(whole);
    expect(all?.cases.map(({ halted }) => halted)).toEqual([false, true, false, true, true]);
    expect(all?.halted).toEqual([u1Stopped, u3Stopped]);
    expect(u3).toMatchObject({ cases: [], halted: [u3Stopped] });
    expect(before).toMatchObject({ cases: [{ halted: false }], halted: [] });
    expect(other?.halted).toEqual([u1Stopped]);
    expect(page?.halted).toEqual([u1Stopped, u3Stopped]);
  });
});

describe('however the log is delivered', () => {
  it('the rows are the same whatever the batches', () =>
    projectionSpec(caseRegister)
      .given(...history)
      .thenAnyBatchSizeGivesTheSame());

  it('the rows are unchanged when the same history is delivered twice', () =>
    projectionSpec(caseRegister)
      .given(...history)
      .thenReplayingChangesNothing());
});
