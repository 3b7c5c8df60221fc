import { GetUnitYearAsOfHandler, LogAsOf } from '@app/audit';
import { EventRegistry, type Moment } from '@app/event-store';
import { ManualClock } from '@app/kernel';
import { RulesetCatalog } from '@app/ruleset';
import { announcedAs, everySchema, type HistoryEvent, inStream, logOf, ScoreHistory, yearOfU17 } from '@app/testing';
import type { QueryBus } from '@nestjs/cqrs';
import { LogMoments } from '../lookup/log-moments';
import { FileCourses } from './file-courses';

const { ruleset, registered, renamed, published } = yearOfU17;
const rulesets = new (class extends RulesetCatalog {
  override get = () => ruleset;
})([]);

const opened = new ScoreHistory('u17', 2024).opened('so').declared('1.1.1', '3').events;
const own = new ScoreHistory('u17', 2024).caseReceived('kd_1', 'score-objection', '1.1.1').events;
const complained = new ScoreHistory('u17', 2024).caseReceived('kn_9', 'complaint').events;
const unreadableIn = (stream: string): HistoryEvent => inStream(stream, { type: 'Lost', data: {} });

async function courseAfter(...events: readonly HistoryEvent[]) {
  const store = await logOf([registered, ...events]);
  const log = new LogAsOf(store, new EventRegistry(everySchema));
  const handler = new GetUnitYearAsOfHandler(log);
  const queries = { execute: handler.execute.bind(handler) } as unknown as QueryBus;
  // Nothing lapses between the last event and the question.
  const clock = new ManualClock(events.at(-1)?.recordedAt ?? '2024-01-01T00:00:00.000Z');
  const courses = new FileCourses(queries, new LogMoments(store, log, clock), rulesets, clock);
  return (asOf?: Moment) => courses.of('u17', 2024, asOf);
}

describe('the course of a file, asked for again by the moment that it says', () => {
  it.each<[string, readonly HistoryEvent[]]>([
    ['results announced', [...opened, announcedAs(published)]],
    ['official results', [...opened, ...own, announcedAs(published), published]],
    ['a new name', [...opened, renamed]],
    ['an objection', [...opened, renamed, ...own]],
  ])('is the same after %s', async (_, events) => {
    const ask = await courseAfter(...events);
    const present = await ask();
    const again = await ask({ position: BigInt(present.asOf) });
    expect({ ...again, deadlines: [] }).toEqual({ ...present, deadlines: [] });
  });

  it('names no moment at which only others were heard', async () => {
    const [before, after] = [await courseAfter(...opened), await courseAfter(...opened, ...complained)];
    expect(await after()).toEqual(await before());
  });
});

describe('where something cannot be read', () => {
  const later = new ScoreHistory('u17', 2024).declared('1.1.2', '2').events;

  it.each(['survey-2024.u17', 'casework-2024.u17'])(
    'in %s, the file itself goes on as if nothing were',
    async (stream) => {
      const [whole, faulty] = [
        await courseAfter(...opened, ...later),
        await courseAfter(...opened, unreadableIn(stream), ...later),
      ];
      const { fileRevision, halted, declarations } = await faulty();
      expect({ fileRevision, halted }).toEqual({ fileRevision: (await whole()).fileRevision, halted: false });
      expect(declarations).toHaveLength(2);
    },
  );

  it('in its cases, those before are told', async () => {
    const ask = await courseAfter(...opened, ...own, unreadableIn('casework-2024.u17'));
    expect((await ask()).objections).toHaveLength(1);
  });

  it('in its own stream, it stops and says so', async () => {
    const ask = await courseAfter(...opened, unreadableIn('assessment-2024.u17'), ...later);
    expect(await ask()).toMatchObject({ halted: true, fileRevision: '1', declarations: [{ component: '1.1.1' }] });
  });
});
