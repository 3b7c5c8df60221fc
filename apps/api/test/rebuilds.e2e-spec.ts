import { RebuildDesk } from '@app/read-store';
import { DataSource } from 'typeorm';
import { logs } from './opened-log';
import { RunningApi } from './running-api';

describe.each(logs)('a rebuild of a read model, the log in %s', (log) => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await RunningApi.start({ log });
    await api.accepted('administrator-of-units', '/blocks', { blockId: 'khoi', name: 'Khối' });
  });
  afterAll(() => api.stop());

  /** What the API tells of the one rebuild, as documented. */
  async function shown(): Promise<object | undefined> {
    const answer = await api.question('administrator-of-units', '/projections');
    const body: unknown = answer.body;
    (await api.document()).check('get', '/projections', answer.status, body);
    return (body as { rebuilds: object[] }).rebuilds[0];
  }

  /** As if it had read half of the log so far, in an hour, and still did. */
  const halfwayInAnHour = () =>
    api.app.get(DataSource).query(
      `UPDATE read_model.rebuild SET at_work_since = clock_timestamp() - interval '1 h', updated_at = clock_timestamp(),
         target = 2 * position`,
    );

  it('that was broken off is shown with how far it came, and how long the rest would take where that can be counted', async () => {
    const breaking = new AbortController();
    const desk = api.app.get(RebuildDesk);
    const broken = desk.rebuild('scorecard', () => breaking.abort(), breaking.signal);
    await expect(broken).rejects.toThrow(/aborted/);
    const end = String(await api.store.head());
    const how = { projection: 'scorecard', generation: 2, phase: 'loading', position: end, target: end };
    const rest = { settled: 0, groups: null, careful: null, secondsLeft: null };
    const sinceWhen = { startedAt: expect.any(String) as string, secondsSinceProgress: expect.any(Number) as number };
    expect(await shown()).toEqual({ ...how, ...rest, ...sinceWhen });

    await halfwayInAnHour();
    const { secondsLeft } = (await shown()) as { secondsLeft: number | null };
    if (log === 'eventstoredb') expect(secondsLeft).toBeNull();
    else expect(Math.round(Number(secondsLeft) / 60)).toBe(60);
  });

  it('that went on to its end is shown as following the log: nothing is left', async () => {
    await api.app.get(RebuildDesk).rebuild('scorecard');
    expect(await shown()).toMatchObject({ phase: 'following', secondsLeft: 0, careful: null });
  });
});
