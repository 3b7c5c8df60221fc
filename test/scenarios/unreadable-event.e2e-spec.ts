import { caseAnswered, caseClosed } from '@app/casework';
import { EventRegistry, type NewEvent } from '@app/event-store';
import type { Ranking } from '@app/ranking';
import { QuarantineDesk, RebuildDesk } from '@app/read-store';
import { RulesetCatalog } from '@app/ruleset';
import { newContext, until, writeRuleset, writeRulesetRef } from '@app/testing';
import { v7 } from 'uuid';
import { RunningApi } from '../../apps/api/test/running-api';
import { parHere } from '../../apps/ops/test/par-here';
import { type Plan, YearOfUnits } from './year-of-units';

const administrator = 'administrator-of-units';
const block = 'so_nganh';
const units = ['so_a', 'so_b'];
const plans = units.map((unitId): Plan => {
  return { unitId, yes: true, ratio: '100', byHand: '2', survey: 'A', upheldComplaints: 0 };
});
/** Of an event that a newer program wrote. */
const NEWER_VERSION = 99;

let api: RunningApi;
beforeAll(async () => {
  const rulesets = new RulesetCatalog([writeRuleset]);
  api = await RunningApi.start({ units, rulesets, now: '2023-01-03T01:00:00.000Z' });
});
afterAll(async () => {
  jest.restoreAllMocks();
  await api.stop();
});

const year = () => new YearOfUnits(api, block);
const stopped = () => api.app.get(QuarantineDesk).list();
const par = (line: string) => parHere(line.split(' '), { DATABASE_URL: api.beneath.database.appUrl });
const readiness = async () => (await api.http().get('/health/ready')).status;

/** A year of both units as far as the time for objections is over; a complaint about the second one is open. */
async function yearUpToPublication(): Promise<void> {
  await api.accepted(administrator, '/blocks', { blockId: block, name: 'Khối sở, ban, ngành' });
  for (const unitId of units) {
    const unit = { unitId, name: `Sở ${unitId}`, type: 'department', officialCode: null, registeredOn: '2022-01-01' };
    await api.accepted(administrator, '/units', unit);
    await api.accepted(administrator, `/blocks/${block}/members`, { unitId, from: '2022-01-01' });
  }
  await year().open(2023, writeRulesetRef);
  api.clock.set('2023-12-20T01:00:00.000Z');
  for (const plan of plans) await year().declareAndSubmit(2023, plan);
  for (const plan of plans) await year().survey(2023, plan);
  const received = { receivedOn: '2023-10-02', dueOn: '2023-10-16', channel: '1022', component: null };
  const complaint = { caseId: 'kn_1', kind: 'complaint', externalNumber: '1/KN', ...received };
  await api.accepted('case-handler', '/cases/2023/so_b', complaint);
  api.clock.set('2024-01-15T02:00:00.000Z');
  for (const plan of plans) await year().appraise(2023, plan);
  await year().announce(2023);
  api.clock.set('2024-03-15T02:00:00.000Z');
}

/** A newer program answers the complaint, in a shape of its own, and rejects it. */
async function writeAsNewerProgram(): Promise<void> {
  const stream = 'casework-2023.so_b';
  const about = { caseId: 'kn_1', kind: 'complaint', unitId: 'so_b', year: 2023 } as const;
  const answered = caseAnswered.of({ ...about, answeredOn: '2023-10-10', late: false });
  const outcome = { component: null, outcome: 'rejected', closedOn: '2023-10-20', reason: 'Khiếu nại sai' } as const;
  const closed = caseClosed.of({ ...about, ...outcome });
  const context = { ...newContext(), recordedAt: api.clock.now(), parts: 2 };
  const events = [answered, closed].map(({ type, data }, place): NewEvent => {
    const schemaVersion = place === 0 ? NEWER_VERSION : 1;
    return { id: v7(), type, data, metadata: { ...context, schemaVersion, part: place + 1 } };
  });
  await api.store.append(stream, (await api.store.last(stream))?.revision ?? 'no-stream', events);
}

/** From here on the program knows that version as well. */
function mendTheProgram(): void {
  const { decode } = EventRegistry.prototype;
  jest.spyOn(EventRegistry.prototype, 'decode').mockImplementation(function (this: EventRegistry, event) {
    const { schemaVersion: written } = event.metadata;
    const schemaVersion = written === NEWER_VERSION ? this.versionOf(event.type) : written;
    return decode.call(this, { ...event, data: event.data, metadata: { ...event.metadata, schemaVersion } });
  });
}

it('an event that the program cannot read keeps its block from being published, and is told, until the program is mended and `par projections retry` was called', async () => {
  await yearUpToPublication();
  expect(await readiness()).toBe(200);
  await writeAsNewerProgram();
  await until(async () =>
    (await stopped()).some(({ projection, waiting }) => projection === 'scorecard' && waiting === 2),
  );
  const publication = `/results/2023/${block}/publication`;
  const refused = await api.refused(administrator, publication, year().decision(2023));
  expect(refused).toMatchObject({ status: 409, code: 'publication.results-are-not-ready' });
  const reason = expect.stringMatching(/^không đọc được sự kiện \([^)]*casework-2023\.so_b/) as string;
  expect(refused.details?.['units']).toMatchObject([{ unitId: 'so_b', kind: 'unreadable', reason, until: null }]);
  expect(await readiness()).toBe(503);

  const held = '2023.so_b (bản 1): đã áp dụng 0, còn chờ 2\n';
  expect(await par('projections retry scorecard')).toEqual({ code: 1, stdout: held, stderr: '' });
  const unheld = 'Phần “2023.so_a” của bộ chiếu “scorecard” không tạm dừng. Đang tạm dừng: 2023.so_b.\n';
  expect(await par('projections retry scorecard --partition 2023.so_a')).toEqual({
    code: 1,
    stdout: '',
    stderr: unheld,
  });
  mendTheProgram();
  const applied = '2023.so_b (bản 1): đã áp dụng 2, còn chờ 0\n';
  const retry = 'projections retry scorecard --partition 2023.so_b';
  expect(await par(retry)).toEqual({ code: 0, stdout: applied, stderr: '' });

  const rebuilds = api.app.get(RebuildDesk);
  await rebuilds.rebuild('scorecard');
  expect(await rebuilds.compare('scorecard')).toMatchObject({ same: true });
  // The other read models by the same desk: `par` brings the rules that come along, and these ones are the test's.
  for (const { projection } of await stopped()) await api.app.get(QuarantineDesk).retry(projection);
  expect(await stopped()).toEqual([]);
  await until(async () => (await readiness()) === 200);
  const position = await api.accepted(administrator, publication, year().decision(2023));
  const ranking = await api.answered<Ranking>(undefined, `/rankings/2023/${block}`, position);
  expect(ranking).toMatchObject({ state: 'official', n: 2, unranked: [] });
});
