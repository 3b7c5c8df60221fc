import { EventRegistry, type Moment, type NewEvent } from '@app/event-store';
import { surveyBatchRecorded, surveyBatchWithdrawn } from '@app/survey';
import { appendTo, everySchema, InMemoryEventStore, inStream, newContext, ScoreHistory } from '@app/testing';
import { LogAsOf } from './log-as-of';

const unitYear = { year: 2024, unitId: 'u1' };
const files = new ScoreHistory('u1', 2024).opened().declared('1', '2').caseReceived('c1', 'complaint').submitted();

/** Four events at one-day intervals, then two of one command. */
async function log(): Promise<{ store: InMemoryEventStore; asOf: LogAsOf }> {
  const store = new InMemoryEventStore();
  for (const [day, event] of files.events.entries())
    await appendTo(store, { ...event, recordedAt: `2024-05-0${day + 1}T00:00:00.000Z` });
  const context = { ...newContext(), schemaVersion: 1, recordedAt: '2024-06-01T00:00:00.000Z', parts: 2 };
  const source = { sourceName: 'x.csv', sourceSha256: 'f'.repeat(64) };
  const batch = { ...unitYear, campaign: 'sipas' };
  const events = [
    surveyBatchRecorded.of({ ...batch, batch: 'b1', questions: ['Q1'], responses: ['A'], ...source }),
    surveyBatchWithdrawn.of({ ...batch, batch: 'b1', reason: 'x' }),
  ].map(({ type, data }, place): NewEvent => ({
    id: `00000000-0000-4000-9000-00000000000${place}`,
    type,
    data,
    metadata: { ...context, part: place + 1 },
  }));
  await store.append('survey-2024.u1', 'no-stream', events);
  return { store, asOf: new LogAsOf(store, new EventRegistry(everySchema)) };
}

const streams = ['survey-2024.u1', 'casework-2024.u1', 'assessment-2024.u1'];
const AT_FIRST = ['AssessmentOpened', 'SelfScoreRecorded', 'CaseReceived', 'SelfAssessmentSubmitted'];

describe('the log as of a moment', () => {
  it('is what was recorded by then, in the order of the log, over several streams', async () => {
    const { asOf } = await log();
    const typesAt = async (at: Moment) => (await asOf.of(streams, at)).readable(streams).events.map(({ type }) => type);
    expect(await typesAt({ instant: '2024-05-03T00:00:00.000Z' })).toEqual(AT_FIRST.slice(0, 3));
    expect(await typesAt({ instant: '2024-05-02T23:59:59.999Z' })).toEqual(AT_FIRST.slice(0, 2));
    const head = (await log()).store;
    expect(await typesAt({ position: (await head.head()) ?? 0n })).toHaveLength(6);
  });

  it('never holds half of a command: neither by a position within it, nor by its instant', async () => {
    const { store, asOf } = await log();
    const last = (await store.head()) ?? 0n;
    const countAt = async (at: Moment) => (await asOf.of(streams, at)).readable(streams).events.length;
    expect(await countAt({ position: last - 1n })).toBe(4);
    expect(await countAt({ position: last })).toBe(6);
    expect(await countAt({ instant: '2024-06-01T00:00:00.000Z' })).toBe(6);
    expect(await countAt({ instant: '2024-05-31T23:59:59.999Z' })).toBe(4);
  });

  it('takes a position within a command for the one before it, and knows no other positions', async () => {
    const { store, asOf } = await log();
    const last = (await store.head()) ?? 0n;
    const instant = '2024-06-01T00:00:00.000Z';
    expect(await asOf.wholeMoment({ position: last })).toEqual({ asOf: { position: last }, instant });
    expect(await asOf.wholeMoment({ position: last - 1n })).toEqual({ asOf: { position: last - 2n }, instant });
    expect(await asOf.wholeMoment({ position: last + 1n })).toBeUndefined();
    const noon = { instant: '2024-05-01T12:00:00.000Z' };
    expect(await asOf.wholeMoment(noon)).toEqual({ asOf: noon, ...noon });
  });

  it('ends before an event that cannot be read, and says so', async () => {
    const { store, asOf } = await log();
    const lost = await appendTo(store, inStream('casework-2024.u1', { type: 'CaseLost', data: {} }));
    const later = await appendTo(store, inStream('assessment-2024.u1', { type: 'AppraisalClosed', data: {} }));
    const then = await asOf.of(streams, { position: later });
    expect(then.readable(streams)).toMatchObject({
      events: { length: 6 },
      unreadable: { type: 'CaseLost', stream: 'casework-2024.u1', position: lost },
    });
    expect(() => then.whole('casework-2024.u1')).toThrow(
      expect.objectContaining({
        code: 'publication.stream-is-unreadable',
        details: { stream: 'casework-2024.u1' },
      }) as Error,
    );
  });
});
