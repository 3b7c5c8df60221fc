import { createHash } from 'node:crypto';
import type { RulesetRef } from '@app/ruleset';
import type { RunningApi } from '../../apps/api/test/running-api';

/** What a unit achieves in a year, under the small ruleset of the tests. */
export interface Plan {
  readonly unitId: string;
  /** 1.1.1: one point for yes. */
  readonly yes: boolean;
  /** 1.1.2: of 100, two points by ratio. */
  readonly ratio: string;
  /** 1.1.3: up to three points, given by hand. */
  readonly byHand: string;
  /** The option that every respondent chose: A 100 %, B 50 %, C 0 %. */
  readonly survey: 'A' | 'B' | 'C';
  /** Each takes half a point. */
  readonly upheldComplaints: number;
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const administrator = 'administrator-of-units';

/** Takes the units of one block through a year, over HTTP, each step by the person whose it is. */
export class YearOfUnits {
  constructor(
    private readonly api: RunningApi,
    private readonly blockId: string,
  ) {}

  async open(year: number, ruleset: RulesetRef): Promise<{ opened: number; alreadyOpen: string[]; position: string }> {
    const submitBy = `${year}-12-31T17:00:00.000Z`;
    const appraiseBy = `${year + 1}-02-28T17:00:00.000Z`;
    const blocks = [{ blockId: this.blockId, ruleset }];
    await this.api.accepted(administrator, '/periods', { year, submitBy, appraiseBy, blocks });
    const response = await this.api.command(administrator, `/results/${year}/${this.blockId}/opening`);
    return response.body as { opened: number; alreadyOpen: string[]; position: string };
  }

  /** The declarations of a plan; what the plan does not name is full. */
  declarations(plan: Plan | undefined): object[] {
    const { yes, ratio, byHand } = plan ?? { yes: true, ratio: '100', byHand: '3' };
    const file = { sha256: digest(byHand), name: 'báo cáo.pdf', issuer: 'Sở', number: '1/BC', issuedOn: null };
    const full = { kind: 'ratio', numerator: '1', denominator: '1' };
    return [
      { component: '1.1.1', declaration: { kind: 'choice', value: yes ? 'yes' : 'no' }, evidence: [file] },
      { component: '1.1.2', declaration: { kind: 'ratio', numerator: ratio, denominator: '100' }, evidence: [] },
      { component: '1.1.3', declaration: { kind: 'points', points: '3' }, evidence: [] },
      { component: '1.1.4', declaration: full, evidence: [] },
      { component: '1.1.5', declaration: full, evidence: [] },
      { component: '2.1.3', declaration: { kind: 'points', points: '0' }, evidence: [] },
    ];
  }

  async declareAndSubmit(year: number, plan: Plan): Promise<void> {
    const file = `/assessments/${year}/${plan.unitId}`;
    for (const declaration of this.declarations(plan)) {
      await this.api.accepted(`unit-officer@${plan.unitId}`, `${file}/self-scores`, declaration);
    }
    await this.api.accepted(`unit-officer@${plan.unitId}`, `${file}/approval-requests`);
    await this.api.accepted(`unit-head@${plan.unitId}`, `${file}/submission`);
  }

  /** Two batches; the second repeats the first under another name and is withdrawn. */
  async survey(year: number, { unitId, survey }: Plan): Promise<void> {
    const path = `/surveys/${year}/${unitId}`;
    const batch = (name: string) => ({
      ...{ campaign: 'sipas', batch: name, questions: ['Q1'], responses: Array<string>(10).fill(survey) },
      ...{ sourceName: `${name}.csv`, sourceSha256: digest(`${year}${unitId}${name}`) },
    });
    await this.api.accepted('survey-organiser', `${path}/batches`, batch('dot_1'));
    await this.api.accepted('survey-organiser', `${path}/batches`, { ...batch('dot_2'), responses: ['C', 'C', '-'] });
    const withdrawn = { campaign: 'sipas', batch: 'dot_2', reason: 'Nhập nhầm' };
    await this.api.accepted('survey-organiser', `${path}/withdrawals`, withdrawn);
  }

  async complain(year: number, { unitId, upheldComplaints }: Plan): Promise<void> {
    for (let number = 1; number <= upheldComplaints; number += 1) {
      const path = `/cases/${year}/${unitId}`;
      const received = { receivedOn: `${year}-10-01`, dueOn: `${year}-10-15`, channel: '1022', component: null };
      const caseId = `kn_${number}`;
      await this.api.accepted('case-handler', path, {
        caseId,
        kind: 'complaint',
        externalNumber: `${number}/KN`,
        ...received,
      });
      await this.api.accepted('case-handler', `${path}/${caseId}/answer`, { answeredOn: `${year}-10-10` });
      const closed = { outcome: 'upheld', closedOn: `${year}-10-20`, reason: 'Khiếu nại đúng' };
      await this.api.accepted('case-handler', `${path}/${caseId}/closure`, closed);
    }
  }

  /** Agrees with everything but the points given by hand. */
  async appraise(year: number, { unitId, byHand }: Plan): Promise<void> {
    const file = `/assessments/${year}/${unitId}`;
    for (const component of ['1.1.1', '1.1.2', '1.1.4', '1.1.5', '2.1.3']) {
      await this.api.accepted('appraiser', `${file}/confirmations`, { component, round: 1 });
    }
    const reasons = { reasonCode: 'thieu_minh_chung', reason: 'Thiếu tài liệu kiểm chứng', correction: false };
    const adjusted = { component: '1.1.3', round: 1, from: '3', to: byHand, ...reasons };
    if (byHand === '3') await this.api.accepted('appraiser', `${file}/confirmations`, { component: '1.1.3', round: 1 });
    else await this.api.accepted('appraiser', `${file}/adjustments`, adjusted);
    for (const field of ['1', '2'])
      await this.api.accepted('appraiser', `${file}/field-closures`, { field, round: 1, leadAgency: null });
    await this.api.accepted('appraiser', `${file}/closure`);
  }

  /** Shows the units their provisional results; they may object for three days. */
  async announce(year: number): Promise<string> {
    const objectUntil = `${year + 1}-03-14T17:00:00.000Z`;
    this.api.clock.set(`${year + 1}-03-11T02:00:00.000Z`);
    return this.api.accepted(administrator, `/results/${year}/${this.blockId}/provisional-results`, { objectUntil });
  }

  decision(year: number): object {
    return { decision: { number: '12/QĐ-UBND', signedOn: `${year + 1}-03-15`, signer: 'Chủ tịch UBND' } };
  }
}
