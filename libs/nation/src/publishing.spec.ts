import { ensureLogIdentity, EventRegistry } from '@app/event-store';
import { type DataOf, fold, ManualClock } from '@app/kernel';
import {
  BlockYearReader,
  provisionalResultsAnnounced,
  type PublicationEvent,
  publishResults,
  results,
  resultsPublished,
  resultsStream,
} from '@app/publication';
import { canonicalJson, nationalSizeRuleset, RulesetCatalog } from '@app/ruleset';
import { everySchema, InMemoryEventStore } from '@app/testing';
import { nationAppends, nationPlan } from '.';

/** With this seed one unit never submits. */
const plan = nationPlan({ seed: 2, provinces: 2, communes: 6, departments: 2, years: 2 });

describe('the published results of a nation', () => {
  const store = new InMemoryEventStore();
  const published: DataOf<typeof resultsPublished>[] = [];
  const announcedIn = new Map<string, PublicationEvent[]>();
  beforeAll(async () => {
    await ensureLogIdentity(store, new ManualClock('2020-01-01T00:00:00.000Z'));
    for (const { stream, expected, events } of nationAppends(plan)) {
      await store.append(stream, expected, events);
      const [{ type, data }] = events;
      if (type === provisionalResultsAnnounced.type)
        announcedIn.set(stream, [provisionalResultsAnnounced.of(data as DataOf<typeof provisionalResultsAnnounced>)]);
      if (type === resultsPublished.type) published.push(data as DataOf<typeof resultsPublished>);
    }
  });

  it('are those of every block and year', () => {
    expect(published.map(({ year, blockId }) => `${year}/${blockId}`)).toEqual(
      [2024, 2025].flatMap((year) => ['t01_so', 't01_xa', 't02_so', 't02_xa'].map((id) => `${year}/mau_${id}`)),
    );
  });

  it('are byte for byte what the log gives at the position that they name', async () => {
    const reader = new BlockYearReader(store, new EventRegistry(everySchema));
    const rulesets = new RulesetCatalog([nationalSizeRuleset()]);
    for (const data of published) {
      const snapshot = await reader.read(data.year, data.blockId, BigInt(data.logPosition));
      const announced = announcedIn.get(resultsStream(data.year, data.blockId)) ?? [];
      const [again] = publishResults(fold(results, announced), snapshot, rulesets, data.decision, [], data.publishedAt);
      expect(canonicalJson(again?.data)).toBe(canonicalJson(data));
    }
  });

  it('have every class from Xuất sắc down that a sample of units brings, and units without a rank', () => {
    const units = published.flatMap((data) => data.units);
    expect(new Set(units.map(({ grade }) => grade)).size).toBeGreaterThan(1);
    expect(published.flatMap(({ unranked }) => unranked)).toMatchObject([{ state: 'not-submitted' }]);
  });
});
