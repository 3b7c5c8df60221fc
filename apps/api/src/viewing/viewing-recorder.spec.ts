import { setImmediate as turn } from 'node:timers/promises';
import {
  AccessModule,
  type ListViewingEvent,
  listViewingEvents,
  listViewingStream,
  type ViewingEvent,
  viewingEvents,
  viewingStream,
} from '@app/access';
import { EventRegistry, EventStore, StoreUnavailable, WritePath } from '@app/event-store';
import { Clock, ManualClock } from '@app/kernel';
import { RulesetCatalog } from '@app/ruleset';
import { InMemoryEventStore } from '@app/testing';
import { Global, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Test, type TestingModule } from '@nestjs/testing';
import { type ListView, type View, ViewingRecorder } from './viewing-recorder';

/** A log that can be away, and tells how it was used. */
class MoodyStore extends InMemoryEventStore {
  away = false;
  heads = 0;
  mostAtOnce = 0;
  private atOnce = 0;

  override async append(...append: Parameters<InMemoryEventStore['append']>): ReturnType<InMemoryEventStore['append']> {
    this.mostAtOnce = Math.max(this.mostAtOnce, (this.atOnce += 1));
    await turn();
    this.atOnce -= 1;
    return super.append(...append);
  }

  override head(): Promise<bigint | undefined> {
    this.heads += 1;
    return this.away ? Promise.reject(new StoreUnavailable('away')) : super.head();
  }
}

let store: MoodyStore;
let clock: ManualClock;
let nest: TestingModule;
let recorder: ViewingRecorder;
beforeEach(async () => {
  store = new MoodyStore();
  clock = new ManualClock('2024-12-31T16:59:59.000Z');
  const registry = new EventRegistry([...viewingEvents, ...listViewingEvents]);
  const providers = [
    { provide: EventStore, useValue: store },
    { provide: Clock, useValue: clock },
    { provide: WritePath, useValue: new WritePath(store, registry, clock) },
    { provide: RulesetCatalog, useValue: new RulesetCatalog([]) },
  ];
  @Global()
  @Module({ providers, exports: [EventStore, Clock, WritePath, RulesetCatalog] })
  class Below {}
  const imports = [Below, CqrsModule.forRoot(), AccessModule];
  nest = await Test.createTestingModule({ imports, providers: [ViewingRecorder] }).compile();
  await nest.init();
  recorder = nest.get(ViewingRecorder);
});
afterEach(() => nest.close());

const view = (accountId: string): View => ({
  ...{ accountId, onBehalfOf: null, role: 'auditor', papers: 'score-sheet', about: 2024 },
});
async function recorded(year = 2024, unitId = 'u1'): Promise<string[][]> {
  const events: string[][] = [];
  const registry = new EventRegistry(viewingEvents);
  for await (const event of store.read(viewingStream(year, unitId))) {
    const { viewings } = registry.decode<ViewingEvent>(event).data;
    events.push(viewings.map(({ accountId, times, firstAt, lastAt }) => `${accountId} ${times} ${firstAt} ${lastAt}`));
  }
  return events;
}

it('writes one record after the other, and asks once where the log ends', async () => {
  for (const unit of ['u1', 'u2', 'u3', 'u4', 'u5']) recorder.note(unit, view('an'));
  await recorder.flush();
  expect(await recorded(2024, 'u5')).toHaveLength(1);
  expect([store.heads, store.mostAtOnce]).toEqual([1, 1]);
});

it('makes one event of all views of a unit in a second', async () => {
  recorder.note('u1', view('an'));
  clock.set('2024-12-31T16:59:59.500Z');
  recorder.note('u1', view('an'));
  recorder.note('u1', view('binh'));
  recorder.note('u2', view('an'));
  await recorder.flush();
  expect(await recorded()).toEqual([
    [
      'an 2 2024-12-31T16:59:59.000Z 2024-12-31T16:59:59.500Z',
      'binh 1 2024-12-31T16:59:59.500Z 2024-12-31T16:59:59.500Z',
    ],
  ]);
  expect(await recorded(2024, 'u2')).toHaveLength(1);
});

describe('of a list', () => {
  const look = (asked: Record<string, string>): ListView => ({
    ...{ accountId: 'an', onBehalfOf: null, role: 'leader', list: 'proposals', asked },
  });
  async function listsRecorded(): Promise<unknown[][]> {
    const registry = new EventRegistry(listViewingEvents);
    const events: unknown[][] = [];
    for await (const event of store.read(listViewingStream('2024-12-31'))) {
      const { viewings } = registry.decode<ListViewingEvent>(event).data;
      events.push(viewings.map(({ asked, times }) => [asked, times]));
    }
    return events;
  }

  it('makes one record for each thing that was asked, however often', async () => {
    for (const year of ['2024', '2023', '2024']) recorder.noteList(look({ year }));
    await recorder.flush();
    expect(await listsRecorded()).toEqual([
      [
        [{ year: '2024' }, 2],
        [{ year: '2023' }, 1],
      ],
    ]);
  });

  it('is kept while the log is away', async () => {
    store.away = true;
    recorder.noteList(look({}));
    await recorder.flush();
    expect(await listsRecorded()).toEqual([]);
    store.away = false;
    recorder.noteList(look({}));
    await recorder.flush();
    expect(await listsRecorded()).toEqual([[[{}, 2]]]);
  });
});

it('writes by itself within a second', async () => {
  recorder.note('u1', view('an'));
  for (const until = Date.now() + 10_000; (await recorded()).length === 0 && Date.now() < until;)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await recorded()).toHaveLength(1);
});

it('keeps everything while the log is away, and writes it once afterwards', async () => {
  store.away = true;
  recorder.note('u1', view('an'));
  await recorder.flush();
  recorder.note('u1', view('an'));
  await recorder.flush();
  expect(await recorded()).toEqual([]);
  store.away = false;
  await recorder.flush();
  expect(await recorded()).toEqual([['an 2 2024-12-31T16:59:59.000Z 2024-12-31T16:59:59.000Z']]);
});

it('writes what it gathered before the process stops', async () => {
  recorder.note('u1', view('an'));
  await nest.close();
  expect(await recorded()).toHaveLength(1);
});

it('counts years as Vietnam does', async () => {
  clock.set('2024-12-31T17:00:00.000Z');
  recorder.note('u1', view('an'));
  await recorder.flush();
  expect(await recorded(2025)).toHaveLength(1);
});
