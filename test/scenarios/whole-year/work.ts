import { createHash } from 'node:crypto';
import type { components } from '@app/api-client';
import { RulesetCatalog } from '@app/ruleset';
import { writeRuleset } from '@app/testing';
import type { Log } from '../../../apps/api/test/opened-log';
import { type Person, RunningApi } from '../../../apps/api/test/running-api';
import { Desk } from './desk';

type Schemas = components['schemas'];
type SelfScore = Schemas['RecordSelfScoreBody'];

export const year = 2026;
export const blockId = 'so_nganh';
export const administrator = 'administrator-of-units';

/** A unit in the year of this scenario, as the addresses name it. */
export const fileOf = (unitId: string) => ({ path: { year, unitId } });
export const blockYear = { path: { year, blockId } };

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/** A document on record; `name` makes its digest. */
export const document = (name: string) => ({
  ...{ sha256: digest(name), name: `${name}.pdf`, issuer: 'Cơ quan mẫu' },
  ...{ number: '1/BC-MẪU', issuedOn: '2026-05-29' },
});

/** The name that so_a gets after it has submitted, and before anything is published. */
export const newName = 'Sở A và Chuyển đổi số (mẫu)';

export const signed = (number: string, signedOn: string) => ({ number, signedOn, signer: 'Chủ tịch (mẫu)' });

/** What a unit declares: 1.1.1 by yes or no, 1.1.2 by ratio; 1.1.3 full, unless it does not apply; the rest full, no bonus. */
export interface Declared {
  readonly yes: boolean;
  readonly ratio: readonly [numerator: string, denominator: string];
  readonly without113?: boolean;
}

/** Given the year as far as it has come, when a step runs. */
export type Given = () => WholeYear;

/** The two people who each appraise one field (lĩnh vực). */
export const ofField: Readonly<Record<string, Person>> = { '1': '#td_linh_vuc_1', '2': '#td_linh_vuc_2' };
const firstField = ['1.1.1', '1.1.2', '1.1.3', '1.1.4', '1.1.5'];

/** What each unit declares in the end. */
export const declared = {
  so_a: { yes: true, ratio: ['2', '3'], without113: true },
  so_b: { yes: true, ratio: ['50', '100'] },
  so_c: { yes: false, ratio: ['1', '3'] },
  so_de: { yes: true, ratio: ['1', '2'] },
} as const satisfies Readonly<Record<string, Declared>>;

function declarations({ yes, ratio: [numerator, denominator], without113 = false }: Declared): SelfScore[] {
  const full = { kind: 'ratio', numerator: '1', denominator: '1' } as const;
  const byHand = without113 ? ({ kind: 'not-applicable' } as const) : ({ kind: 'points', points: '3' } as const);
  const proof = [document('bao_cao')];
  return [
    { component: '1.1.1', declaration: { kind: 'choice', value: yes ? 'yes' : 'no' }, evidence: proof },
    { component: '1.1.2', declaration: { kind: 'ratio', numerator, denominator }, evidence: proof },
    { component: '1.1.3', declaration: byHand, evidence: [] },
    { component: '1.1.4', declaration: full, evidence: [] },
    { component: '1.1.5', declaration: full, evidence: [] },
    { component: '2.1.3', declaration: { kind: 'points', points: '0' }, evidence: [] },
  ];
}

/** What is declared of one component. */
export function declarationOf(plan: Declared, code: string): SelfScore {
  const found = declarations(plan).find(({ component }) => component === code);
  if (found === undefined) throw new Error(`Nothing is declared of ${code}`);
  return found;
}

/** Three departments (mẫu), and two that become the last one in mid-year. */
const units = ['so_a', 'so_b', 'so_c', 'so_d', 'so_e', 'so_de'];

/** Every unit is told this. */
export const everybody = (kind: string) => units.map((unitId) => `${unitId} ${kind}`).sort();

/** The year under way: what the people do again and again, each by the one whose it is. */
export class WholeYear {
  /** Position of the publication. */
  published = '0';

  private constructor(
    readonly api: RunningApi,
    readonly desk: Desk,
  ) {}

  /** No calendar is recorded, nothing founded. */
  static async begin(log: Log): Promise<WholeYear> {
    const rulesets = new RulesetCatalog([writeRuleset]);
    const others = Object.values(ofField);
    const api = await RunningApi.start({
      log,
      units,
      others,
      rulesets,
      calendars: [],
      now: '2026-01-05T01:00:00.000Z',
    });
    return new WholeYear(api, new Desk(api, await api.listen()));
  }

  /** It is now this instant. */
  at(instant: string): void {
    this.api.clock.set(instant);
  }

  sheetOf(unitId: string): Promise<Schemas['UnitScoreAnswer']> {
    return this.desk.asks(`unit-head@${unitId}`, '/scorecards/{year}/{unitId}', fileOf(unitId));
  }

  /** Everything that happened to a file, as its head is shown it. */
  courseOf(unitId: string): Promise<Schemas['FileCourseAnswer']> {
    return this.desk.asks(`unit-head@${unitId}`, '/assessments/{year}/{unitId}', fileOf(unitId));
  }

  /** Units whose files are in a state, or wait for somebody, as the administrator is shown them in the morning. */
  async filesIn(query: {
    state?: 'declaring' | 'returned' | 'ended';
    waitsFor?: 'unit-head' | 'administrator-of-units';
  }): Promise<string[]> {
    const { files } = await this.desk.asks(administrator, '/assessments/{year}', { path: { year }, query });
    return files.map(({ unitId }) => unitId).sort();
  }

  /** What the event at a position has all units told, each by its head: unit and kind; default: by what was written last. */
  async told(position = this.desk.last): Promise<string[]> {
    const all = await Promise.all(units.map((unitId) => this.noticesOf(unitId)));
    const now = all.flat().filter((notice) => notice.position === position);
    return now.map(({ unitId, kind }) => `${unitId} ${kind}`).sort();
  }

  async noticesOf(unitId: string, asOf?: string): Promise<Schemas['NoticesAnswer']['notices']> {
    const question = { path: { unitId }, query: { year: `${year}`, asOf } };
    return (await this.desk.asks(`unit-head@${unitId}`, '/units/{unitId}/notices', question)).notices;
  }

  /** A unit of the block, both from a day on. */
  async found(unitId: string, name: string, from: string): Promise<void> {
    const unit = { unitId, name, type: 'department', registeredOn: from } as const;
    await this.desk.does(administrator, '/units', { body: unit }, '"no-stream"');
    const head = { office: 'head', personId: `p_${unitId}`, personName: 'Người đứng đầu (mẫu)', from } as const;
    await this.desk.does(administrator, '/units/{unitId}/offices', { path: { unitId }, body: head });
    const member = { path: { blockId }, body: { unitId, from } };
    await this.desk.does(administrator, '/blocks/{blockId}/members', member);
  }

  /** All that is declared by hand, or some of it. */
  async declare(unitId: string, plan: Declared, ...only: readonly string[]): Promise<void> {
    const path = '/assessments/{year}/{unitId}/self-scores';
    const chosen = declarations(plan).filter(({ component }) => only.length === 0 || only.includes(component));
    for (const body of chosen) await this.desk.does(`unit-officer@${unitId}`, path, { ...fileOf(unitId), body });
  }

  async askApproval(unitId: string): Promise<void> {
    const path = '/assessments/{year}/{unitId}/approval-requests';
    await this.desk.does(`unit-officer@${unitId}`, path, fileOf(unitId));
  }

  async submit(unitId: string): Promise<void> {
    await this.desk.does(`unit-head@${unitId}`, '/assessments/{year}/{unitId}/submission', fileOf(unitId));
  }

  async confirm(unitId: string, components: readonly string[], round = 1): Promise<void> {
    const path = '/assessments/{year}/{unitId}/confirmations';
    for (const component of components) {
      const body = { component, round };
      await this.desk.does(appraiserOf(component), path, { ...fileOf(unitId), body });
    }
  }

  /** Points of 1.1.3 by hand, in a round. */
  async adjust(unitId: string, from: string, to: string, round = 1): Promise<void> {
    const path = '/assessments/{year}/{unitId}/adjustments';
    const reasons = { reasonCode: 'thieu_minh_chung', reason: 'Thiếu tài liệu kiểm chứng', correction: false };
    const body = { component: '1.1.3', round, from, to, ...reasons };
    await this.desk.does(appraiserOf('1.1.3'), path, { ...fileOf(unitId), body });
  }

  async closeField(unitId: string, field: string, round = 1): Promise<void> {
    const path = '/assessments/{year}/{unitId}/field-closures';
    await this.desk.does(ofField[field] as Person, path, {
      ...fileOf(unitId),
      body: { field, round, leadAgency: null },
    });
  }

  async close(unitId: string): Promise<void> {
    await this.desk.does('appraiser', '/assessments/{year}/{unitId}/closure', fileOf(unitId));
  }

  /** Both fields in one round; 1.1.3 gets the points given, or is taken as it was declared. */
  async appraise(unitId: string, byHand?: string): Promise<void> {
    await this.confirm(unitId, [...firstField.filter((code) => code !== '1.1.3'), '2.1.3']);
    if (byHand === undefined) await this.confirm(unitId, ['1.1.3']);
    else await this.adjust(unitId, '3', byHand);
    await this.finish(unitId);
  }

  /** Both fields are closed in round 1, and the file with them. */
  async finish(unitId: string): Promise<void> {
    for (const field of ['1', '2']) await this.closeField(unitId, field);
    await this.close(unitId);
  }

  /** Ten people who all chose one option: A 100 %, B 50 %. */
  async survey(unitId: string, option: string, batch = 'dot_1'): Promise<void> {
    const answers = { questions: ['Q1'], responses: Array<string>(10).fill(option) };
    const source = { sourceName: `${batch}.csv`, sourceSha256: digest(`${unitId} ${batch}`) };
    const body = { campaign: 'sipas_mau', batch, ...answers, ...source };
    await this.desk.does('survey-organiser', '/surveys/{year}/{unitId}/batches', { ...fileOf(unitId), body });
  }

  /** A complaint (khiếu nại) received, and closed as upheld: by default of others than the unit. */
  async upheldComplaint(
    unitId: string,
    caseId: string,
    component: string | null,
    on: string,
    kind: 'complaint' | 'score-complaint' = 'complaint',
  ): Promise<void> {
    const received = { receivedOn: on, dueOn: on, channel: 'van_ban', externalNumber: `${caseId}/KN`, component };
    const body = { caseId, kind, ...received };
    await this.desk.does('case-handler', '/cases/{year}/{unitId}', { ...fileOf(unitId), body });
    await this.closeCase(unitId, caseId, 'upheld', on);
  }

  async closeCase(unitId: string, caseId: string, outcome: 'upheld' | 'rejected', closedOn: string): Promise<void> {
    const body = { outcome, closedOn, reason: 'Theo kết quả xem xét (mẫu)' };
    const path = { year, unitId, caseId };
    await this.desk.does('case-handler', '/cases/{year}/{unitId}/{caseId}/closure', { path, body });
  }
}

function appraiserOf(component: string): Person {
  return ofField[component.slice(0, 1)] as Person;
}
