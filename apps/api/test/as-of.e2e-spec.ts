import type { NewEvent } from '@app/event-store';
import type { Ranking } from '@app/ranking';
import { RulesetCatalog } from '@app/ruleset';
import type { UnitScore } from '@app/scorecard';
import { surveyBatchRecorded, surveyBatchWithdrawn } from '@app/survey';
import { dice, newContext, sampleDecree, writeRuleset, writeRulesetRef } from '@app/testing';
import { v7 } from 'uuid';
import { YearOfUnits } from '../../../test/scenarios/year-of-units';
import { logs } from './opened-log';
import { type Person, RunningApi } from './running-api';
import { sized } from '../../../test/stress/kit/full';

/** How many moments, over each log. */
const MOMENTS = sized(25, 1_000);

const administrator = 'administrator-of-units';
const block = 'so_nganh';
const units = ['so_a', 'so_b', 'so_c'];
const plans = units.map((unitId, place) => {
  const achieved = { yes: place !== 1, ratio: `${100 - 30 * place}`, byHand: `${3 - place}`, survey: 'A' as const };
  return { unitId, ...achieved, upheldComplaints: place };
});

/** A sheet, or the block's ranking, as everybody was answered when the log ended at a position, recorded at an instant. */
interface Seen {
  readonly unitId: string;
  readonly position: string;
  readonly instant: string;
  readonly sheet: unknown;
}

describe.each(logs)('a score sheet as of a moment, the log in %s', (log) => {
  let api: RunningApi;
  const seen: Seen[] = [];
  const ranked: { position: string; instant: string; ranking: unknown }[] = [];
  beforeAll(async () => {
    const rulesets = new RulesetCatalog([writeRuleset]);
    api = await RunningApi.start({ log, units, rulesets, now: '2023-01-03T01:00:00.000Z' });
  });
  afterAll(() => api.stop());

  const withoutAsOf = ({ asOf: _, ...answer }: UnitScore | Ranking): unknown => answer;

  /** Every command a second after the one before, and after it everybody's sheet. */
  function watched(): RunningApi {
    const accepted = async (person: Person, path: string, body: object = {}): Promise<string> => {
      const instant = new Date(Date.parse(api.clock.now()) + 1000).toISOString();
      api.clock.set(instant);
      const position = await api.accepted(person, path, body);
      await look(position, instant);
      return position;
    };
    return Object.assign(Object.create(api) as RunningApi, { accepted });
  }

  /** One command that records two events: a batch, and that it takes the place of another. */
  async function replaced(unitId: string, batch: string, old: string, recordedAt: string): Promise<bigint> {
    const stream = `survey-2023.${unitId}`;
    const revision = (await api.store.last(stream))?.revision ?? 'no-stream';
    const named = { year: 2023, unitId, campaign: 'sipas' };
    const responses = ['B', 'C', 'B'];
    const answers = { questions: ['Q1'], responses, sourceName: 'x.csv', sourceSha256: 'f'.repeat(64) };
    const events = [
      surveyBatchRecorded.of({ ...named, batch, ...answers }),
      surveyBatchWithdrawn.of({ ...named, batch: old, reason: `Thay bằng ${batch}` }),
    ];
    const context = { ...newContext(), recordedAt, schemaVersion: 1, parts: events.length };
    const both = events.map(({ type, data }, place): NewEvent => {
      return { id: v7(), type, data, metadata: { ...context, part: place + 1 } };
    });
    return (await api.store.append(stream, revision, both)).position;
  }

  async function look(position: string, instant: string): Promise<void> {
    for (const unitId of units) {
      const sheet = await api.answered<UnitScore>('auditor', `/scorecards/2023/${unitId}`, position);
      seen.push({ unitId, position, instant, sheet: withoutAsOf(sheet) });
    }
    const ranking = await api.answered<Ranking>('auditor', `/rankings/2023/${block}/present`, position);
    ranked.push({ position, instant, ranking: withoutAsOf(ranking) });
  }

  it('begins with a year in which everything happens that changes a sheet', async () => {
    await api.accepted(administrator, '/blocks', { blockId: block, name: 'Khối' });
    for (const unitId of units) {
      const unit = { unitId, name: `Sở ${unitId}`, type: 'department', officialCode: null, registeredOn: '2022-01-01' };
      await api.accepted(administrator, '/units', unit);
      await api.accepted(administrator, `/blocks/${block}/members`, { unitId, from: '2022-01-01' });
    }
    await new YearOfUnits(api, block).open(2023, writeRulesetRef);
    const year = new YearOfUnits(watched(), block);
    api.clock.set('2023-12-20T01:00:00.000Z');
    for (const plan of plans) await year.declareAndSubmit(2023, plan);
    for (const plan of plans) await year.survey(2023, plan);
    for (const { unitId } of plans) {
      const instant = new Date(Date.parse(api.clock.now()) + 1000).toISOString();
      api.clock.set(instant);
      await look(String(await replaced(unitId, 'dot_8', 'dot_1', instant)), instant);
    }
    for (const plan of plans) await year.complain(2023, plan);
    const name = { name: 'Sở mới', effectiveOn: '2024-01-01', decree: sampleDecree };
    await watched().accepted(administrator, '/units/so_b/renaming', name);
    api.clock.set('2024-01-15T02:00:00.000Z');
    for (const plan of plans) await year.appraise(2023, plan);
    await year.announce(2023);
    await objectAndRule();
    expect(seen.length).toBeGreaterThan(200);
  }, 360_000);

  async function objectAndRule(): Promise<void> {
    const does = watched();
    const objection = { channel: 'van_ban', caseId: 'kd_1', component: '1.1.3' };
    await does.accepted('unit-head@so_c', '/cases/2023/so_c/objections', objection);
    const upheld = { outcome: 'upheld', closedOn: '2024-03-11', reason: 'Đúng' };
    await does.accepted('case-handler', '/cases/2023/so_c/kd_1/closure', upheld);
    api.clock.set('2024-03-15T02:00:00.000Z');
    const { decision } = new YearOfUnits(api, block).decision(2023) as { decision: object };
    const about = { kind: 'score-objection', caseId: 'kd_1' };
    const ruling = { component: '1.1.3', case: about, decision, reason: 'Đủ tài liệu' };
    await does.accepted('council', '/assessments/2023/so_c/rulings', { ...ruling, from: '1', to: '1.5' });
    await does.accepted(administrator, `/results/2023/${block}/publication`, { decision });
    await does.accepted('council', '/assessments/2023/so_c/rulings', { ...ruling, from: '1.5', to: '2.5' });
    await does.accepted(administrator, `/results/2023/${block}/corrections`, { decision, reason: 'Kiến nghị đúng' });
    api.clock.set('2024-03-16T00:00:00.000Z');
  }

  const asOf = async (unitId: string, moment: string): Promise<UnitScore> => {
    const path = `/scorecards/2023/${unitId}`;
    const response = await api.question('auditor', `${path}?asOf=${moment}`);
    const body: unknown = response.body;
    expect([response.status, body]).toMatchObject([200, { unitId }]);
    return body as UnitScore;
  };

  /** Every position between the first look and the last, whether a look ended there, somebody else wrote, or a command was half there. */
  async function positions(): Promise<{ readonly all: bigint[]; readonly within: bigint[] }> {
    const [first, last] = [BigInt(seen[0]?.position ?? ''), BigInt(seen.at(-1)?.position ?? '')];
    const all: bigint[] = [first];
    const within: bigint[] = [];
    for (let after: bigint | undefined = first, more = true; more;) {
      const page = await api.store.page(after, 1_000);
      for (const { position, metadata } of page.events.filter((event) => event.position <= last)) {
        all.push(position);
        if (metadata.part < metadata.parts) within.push(position);
      }
      [after, more] = [page.next, !page.atEnd];
    }
    return { all, within };
  }

  it(`is what everybody was answered when the log ended there: ${MOMENTS} random moments, by position and by instant, also between two events of a command`, async () => {
    const roll = dice(2023);
    const { all, within } = await positions();
    expect(within.length).toBeGreaterThanOrEqual(units.length);
    const lastSeen = (unitId: string, by: (one: Seen) => boolean) =>
      seen.findLast((one) => one.unitId === unitId && by(one))?.sheet;
    let halves = 0;
    for (let times = 0; times < MOMENTS; times += 1) {
      const unitId = units[roll(units.length)] ?? '';
      if (times % 2 === 0) {
        const among = times % 8 === 0 ? within : all;
        const position = among[roll(among.length)] ?? 0n;
        if (within.includes(position)) halves += 1;
        const known = lastSeen(unitId, (one) => BigInt(one.position) <= position);
        expect([position, withoutAsOf(await asOf(unitId, `${position}`))]).toEqual([position, known]);
      } else {
        const at = Date.parse(seen[roll(seen.length)]?.instant ?? '') + roll(1000);
        const instant = new Date(at).toISOString();
        const known = lastSeen(unitId, (one) => one.instant <= instant);
        expect([instant, withoutAsOf(await asOf(unitId, instant))]).toEqual([instant, known]);
      }
    }
    expect(halves).toBeGreaterThanOrEqual(MOMENTS / 8);
    (await api.document()).check('get', '/scorecards/2023/so_a', 200, await asOf('so_a', seen[0]?.position ?? ''));
  }, 360_000);

  it('and so is the ranking of its block, from the open year to the correction', async () => {
    const path = `/rankings/2023/${block}/present`;
    const states = new Set<string>();
    for (const [place, { position, instant, ranking }] of ranked.entries()) {
      const moment = place % 2 === 0 ? position : instant;
      const body = (await api.question('auditor', `${path}?asOf=${moment}`)).body as Ranking;
      expect([moment, withoutAsOf(body), body.asOf]).toEqual([moment, ranking, moment]);
      states.add(body.state);
    }
    expect([...states]).toEqual(['open', 'provisional', 'official']);
  }, 360_000);

  it('is between two commands what it was after the first', async () => {
    const places = seen.flatMap(({ unitId }, place) => (unitId === 'so_a' && place % 7 === 0 ? [place] : []));
    for (const place of places) {
      const { instant, sheet } = seen[place] as Seen;
      const between = new Date(Date.parse(instant) + 500).toISOString();
      expect(withoutAsOf(await asOf('so_a', between))).toEqual(sheet);
    }
  });

  it('never shows half of a command that recorded two events', async () => {
    const stream = 'survey-2023.so_a';
    const before = withoutAsOf(await asOf('so_a', seen.at(-1)?.position ?? ''));
    const position = await replaced('so_a', 'dot_9', 'dot_8', '2024-03-16T00:00:00.000Z');
    api.clock.set('2024-03-17T00:00:00.000Z');
    const first = (await positionsOf(stream)).at(-2) ?? 0n;
    expect(first).toBeLessThan(position);
    expect(withoutAsOf(await asOf('so_a', `${first}`))).toEqual(before);
    const whole = await asOf('so_a', position.toString());
    expect(withoutAsOf(whole)).not.toEqual(before);
    expect(withoutAsOf(await asOf('so_a', '2024-03-16T00:00:00.000Z'))).toEqual(withoutAsOf(whole));
    expect(withoutAsOf(await asOf('so_a', '2024-03-15T23:59:59.999Z'))).toEqual(before);
  });

  async function positionsOf(stream: string): Promise<bigint[]> {
    const positions: bigint[] = [];
    for await (const { position } of api.store.read(stream)) positions.push(position);
    return positions;
  }

  it('names no read model, for the log itself answered; the present sheet and published rankings do', async () => {
    const [moment] = seen.slice(-1).map(({ position }) => position);
    const from = async (path: string) => {
      const { status, headers } = await api.question('auditor', path);
      expect([path, status]).toEqual([path, 200]);
      return (headers as Record<string, string>)['x-projection-version']?.split('/')[0];
    };
    expect(await from(`/scorecards/2023/so_a?asOf=${moment}`)).toBeUndefined();
    expect(await from(`/rankings/2023/${block}/present?asOf=${moment}`)).toBeUndefined();
    expect(await from('/scorecards/2023/so_a')).toBe('scorecard');
    expect(await from(`/rankings/2023/${block}/present`)).toBe('ranking');
    expect(await from(`/rankings/2023/${block}?asOf=${moment}`)).toBe('ranking');
  });

  it('is none before the file was opened', async () => {
    expect((await api.question('auditor', '/scorecards/2023/so_a?asOf=2023-01-02T00:00:00.000Z')).body).toMatchObject({
      status: 404,
      code: 'scorecard.unit-score-not-found',
    });
  });
});
