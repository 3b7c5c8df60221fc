import { accountability } from '@app/accountability';
import { caseRegister } from '@app/case-register';
import { caseClosed, caseReceived } from '@app/casework';
import { ensureLogIdentity } from '@app/event-store';
import { type DataOf, ManualClock } from '@app/kernel';
import { notices } from '@app/notices';
import { resultsPublished } from '@app/publication';
import { ranking } from '@app/ranking';
import { type AnyProjection, ReadYourWrites, type Row } from '@app/read-store';
import { nationalSizeRuleset, RulesetCatalog } from '@app/ruleset';
import { GetUnitScore, GetUnitScoreHandler, scorecard } from '@app/scorecard';
import { InMemoryEventStore, ProjectionLab } from '@app/testing';
import { nationAppends, nationPlan } from '.';

const plan = nationPlan({ seed: 2, provinces: 1, communes: 4, departments: 2, years: 2 });
const rulesets = new RulesetCatalog([nationalSizeRuleset()]);

/** Every append of the plan, behind the log's identity. */
async function nationLog(): Promise<InMemoryEventStore> {
  const store = new InMemoryEventStore();
  await ensureLogIdentity(store, new ManualClock('2020-01-01T00:00:00.000Z'));
  for (const { stream, expected, events } of nationAppends(plan)) await store.append(stream, expected, events);
  return store;
}

/** The rows of a table after the whole log; nothing may have been put aside. */
async function rowsOf(projection: AnyProjection, store: InMemoryEventStore, table: string): Promise<readonly Row[]> {
  const lab = await ProjectionLab.open(projection, store);
  try {
    await lab.catchUp();
    expect(await lab.scope.session.query('SELECT * FROM read_model.quarantine')).toEqual([]);
    return await lab.rows(table);
  } finally {
    await lab.close();
  }
}

describe('the read models of a nation', () => {
  let store: InMemoryEventStore;
  const published: DataOf<typeof resultsPublished>[] = [];
  beforeAll(async () => {
    store = await nationLog();
    for (const { events } of nationAppends(plan))
      if (events[0].type === resultsPublished.type) published.push(events[0].data as DataOf<typeof resultsPublished>);
  });

  it('rank every unit of every block and year as it was published', async () => {
    const rows = await rowsOf(ranking(rulesets), store, 'result');
    const stored = rows.map(({ year, unit_id, rank }) => `${String(year)} ${String(unit_id)} ${String(rank)}`);
    const official = published.flatMap(({ year, units, unranked }) => [
      ...units.map(({ unitId, rank }) => `${year} ${unitId} ${rank}`),
      ...unranked.map(({ unitId }) => `${year} ${unitId} null`),
    ]);
    expect(stored.sort()).toEqual(official.sort());
    expect(rows).toHaveLength(6 * 2);
  });

  it('score every submitted file to the total that was published', async () => {
    const lab = await ProjectionLab.open(scorecard(rulesets), store);
    try {
      await lab.catchUp();
      const handler = new GetUnitScoreHandler(lab.dataSource, new ReadYourWrites(lab.dataSource), rulesets);
      for (const { year, units } of published)
        for (const { unitId, total, totalDisplayed } of units)
          expect((await handler.execute(new GetUnitScore({ unitId, year }))).total).toEqual({
            exact: total,
            displayed: totalDisplayed,
          });
      expect(await lab.rows('file')).toHaveLength(6 * 2);
    } finally {
      await lab.close();
    }
  });

  it('tell every unit of its results, announced and published', async () => {
    const rows = await rowsOf(notices, store, 'notice');
    const told = rows.map(({ kind, year, unit_id }) => `${String(kind)} ${String(year)} ${String(unit_id)}`);
    const listed = published.flatMap(({ year, units, unranked }) =>
      [...units, ...unranked].map(({ unitId }) => `${year} ${unitId}`),
    );
    for (const kind of ['provisional-results', 'results-published'])
      expect(told.filter((line) => line.startsWith(kind)).sort()).toEqual(
        listed.map((each) => `${kind} ${each}`).sort(),
      );
  });

  it('list every case that came in, and close every one that was concluded', async () => {
    const types = [...nationAppends(plan)].flatMap(({ events }) => events.map(({ type }) => type));
    const counted = (type: string) => types.filter((one) => one === type).length;
    const rows = await rowsOf(caseRegister, store, 'case');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows).toHaveLength(counted(caseReceived.type));
    expect(rows.filter(({ closed_on }) => closed_on !== null)).toHaveLength(counted(caseClosed.type));
  });

  it('judge every block', async () => {
    expect(await rowsOf(accountability(rulesets), store, 'fact')).not.toHaveLength(0);
  });
});
