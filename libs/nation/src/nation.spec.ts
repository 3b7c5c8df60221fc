import { EventRegistry } from '@app/event-store';
import { componentsOf, nationalSizeRuleset } from '@app/ruleset';
import { everySchema, InMemoryEventStore } from '@app/testing';
import { countEvents, type NationAppend, nationAppends, NationIds, nationPlan, planOfAbout, wholeNation } from '.';

const small = nationPlan({ seed: 7, provinces: 2, communes: 5, departments: 1, years: 2 });
const appends = [...nationAppends(small)];
const events = appends.flatMap(({ events: own }) => own);

/** The first so many appends as text. */
function beginning(seed: number, count: number): string {
  const taken: NationAppend[] = [];
  for (const append of nationAppends({ ...small, seed })) {
    taken.push(append);
    if (taken.length === count) break;
  }
  return JSON.stringify(taken, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
}

describe('a small nation', () => {
  it('is taken by the log, append by append', async () => {
    const store = new InMemoryEventStore();
    for (const { stream, expected, events: own } of appends) await store.append(stream, expected, own);
    expect(await store.head()).toBe(BigInt(events.length));
  });

  it('has exactly as many events as were counted beforehand', () => {
    expect(events).toHaveLength(countEvents(small));
  });

  it('holds only events that the program decodes, of every kind that a national year brings', () => {
    const registry = new EventRegistry(everySchema);
    let position = 0n;
    for (const event of events) {
      position += 1n;
      registry.decode({ ...event, stream: 'any-stream', revision: 0n, position });
    }
    expect([...new Set(events.map(({ type }) => type))].sort()).toEqual([
      ...['AppraisalAdjusted', 'AppraisalClosed', 'AppraisalConfirmed', 'ApprovalRequested', 'AssessmentOpened'],
      ...['BlockDefined', 'CaseAnswered', 'CaseClosed', 'CaseReceived', 'FieldAppraisalClosed', 'OfficeTaken'],
      ...['PeriodOpened', 'ProvisionalResultsAnnounced', 'ResultsPublished'],
      ...['SelfAssessmentSubmitted', 'SelfScoreRecorded', 'SurveyBatchRecorded', 'UnitJoinedBlock', 'UnitRegistered'],
    ]);
  });

  it('names every event by its number alone, so that a log tells how far it came', () => {
    const ids = new NationIds(small);
    expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => ids.eventId(index + 1)));
    expect(new Set(events.flatMap(({ id, metadata }) => [id, metadata.commandId])).size).toBe(2 * events.length);
  });

  it('goes on in time from event to event', () => {
    const instants = events.map(({ metadata }) => metadata.recordedAt);
    expect([...instants].sort()).toEqual(instants);
  });

  it('lets units work side by side: neighbours in the log seldom are neighbours in a stream', () => {
    const scored = appends.filter(({ stream }) => stream.startsWith('assessment-'));
    const same = scored.filter(({ stream }, place) => stream === scored[place - 1]?.stream);
    expect(same.length).toBeLessThan(scored.length >> 3);
  });

  it('is the same for the same seed, and another for another', () => {
    expect(beginning(7, 500)).toBe(beginning(7, 500));
    expect(beginning(8, 500)).not.toBe(beginning(7, 500));
  });

  it('labels everything that has a name as mẫu', () => {
    for (const { type, data } of events) {
      if ('name' in data && (type === 'UnitRegistered' || type === 'BlockDefined')) expect(data.name).toMatch(/mẫu/);
    }
    expect(componentsOf(nationalSizeRuleset())[0]?.citation.document).toContain('mẫu');
  });
});

describe('a plan', () => {
  it('of the whole nation has its 34 provinces, 3,321 communes and ten years, and 20 to 25 million events', () => {
    const plan = nationPlan({ seed: 1 });
    expect(plan).toMatchObject(wholeNation);
    const count = countEvents(plan);
    expect(count).toBeGreaterThan(20_000_000);
    expect(count).toBeLessThanOrEqual(25_500_000);
  });

  it('comes within a tenth of the number of events asked for', () => {
    for (const wanted of [20_000, 100_000, 1_000_000, 5_000_000, 25_000_000]) {
      const off = Math.abs(countEvents(planOfAbout(wanted, 1)) / wanted - 1);
      expect([wanted, off < 0.1]).toEqual([wanted, true]);
    }
  });

  it('refuses what the calendar of a year does not hold', () => {
    expect(() => nationPlan({ seed: 1, provinces: 35 })).toThrow('from 1 to 34');
    expect(() => nationPlan({ seed: 1, years: 0 })).toThrow('from 1 to 10');
    expect(() => nationPlan({ seed: 1.5 })).toThrow('seed');
    expect(() => nationPlan({ seed: 1, provinces: 5, communes: 4 })).toThrow('communes');
  });
});
