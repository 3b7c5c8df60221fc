import {
  AdjustAppraisal,
  appraisedFields,
  AskExplanation,
  CloseAppraisal,
  CloseFieldAppraisal,
  ConfirmAppraisal,
  DecideByCouncil,
  GiveExplanation,
} from '@app/assessment';
import { endOfVietnamDay, type ExactText } from '@app/kernel';
import { applyRule } from '@app/ruleset';
import { accounts, acting } from './acting';
import { evidenceOf } from './evidence';
import type { PlannedScore, UnitYear } from './plan';
import type { DemoCommand } from './step';
import { storyDisputes } from './story';

/** In the demo no appraiser belongs to a unit, and all fields are everybody's. */
const anyAppraiser = { appraiserUnitId: null, appraiserFields: null } as const;

/** What the story asks about is asked and explained; then every component has its word, every field its end, and the file its own. */
export function appraisalCommands(unitYear: UnitYear): DemoCommand[] {
  const { year, unitId, plan, ruleset } = unitYear;
  const chief = (key: string) => acting(accounts.appraiser(null), 'appraiser', `${key}/${year}/${unitId}`);
  const whole = { year, unitId, round: 1, leadAgency: null, ...anyAppraiser };
  return [
    ...disputesOf(unitYear).flatMap((score) => explanation(unitYear, score)),
    ...plan.scores.map((score) => appraisal(unitYear, score)),
    ...appraisedFields(ruleset).map(
      ({ code }) => new CloseFieldAppraisal({ ...whole, field: code }, chief(`field/${code}`)),
    ),
    new CloseAppraisal({ year, unitId, ...anyAppraiser }, chief('close')),
  ];
}

/** What is disputed after the appraisal: the council gives the points back that the unit gave itself. */
export function councilCommands(unitYear: UnitYear): DemoCommand[] {
  const { year, unitId } = unitYear;
  const minutes = { number: `MẪU-${year}/BB-HĐTĐ`, heldOn: `${year + 1}-03-04` };
  const votes = { for: 6, against: 2, abstained: 1 };
  const reason = 'Giải trình và tài liệu bổ sung đủ căn cứ (dữ liệu mẫu)';
  return disputesOf(unitYear).map((score) => {
    const component = score.component.code;
    const points = { component, from: score.adjustment?.points ?? null, to: declaredPoints(score) };
    const by = acting(accounts.council, 'council', `council/${year}/${unitId}/${component}`);
    const decision = { year, unitId, ...points, minutes, votes, reason };
    return new DecideByCouncil({ ...decision, resultsRecorded: false, clerkUnitId: null }, by);
  });
}

/** The first component that its appraiser lowers, where the story has a dispute. */
function disputesOf({ year, unitId, plan }: UnitYear): readonly PlannedScore[] {
  const lowered = plan.scores.filter(({ adjustment }) => adjustment !== undefined);
  return storyDisputes.has(`${year}/${unitId}`) ? lowered.slice(0, 1) : [];
}

function explanation({ year, unitId }: UnitYear, { component }: PlannedScore): DemoCommand[] {
  const key = `explain/${year}/${unitId}/${component.code}`;
  const about = { year, unitId, explanationId: 'gt_1' };
  const question = 'Đề nghị giải trình căn cứ tự chấm (dữ liệu mẫu)';
  const asked = { component: component.code, round: 1, question, answerBy: endOfVietnamDay(`${year + 1}-02-17`) };
  const answer = { text: 'Có văn bản bổ sung kèm theo (dữ liệu mẫu)', evidence: [evidenceOf(key, year)] };
  const appraiser = acting(accounts.appraiser(component.leadAgency), 'appraiser', `ask-${key}`);
  return [
    new AskExplanation({ ...about, ...asked, ...anyAppraiser }, appraiser),
    new GiveExplanation({ ...about, ...answer }, acting(accounts.officer(unitId), 'unit-officer', key)),
  ];
}

function appraisal({ year, unitId }: UnitYear, score: PlannedScore): DemoCommand {
  const { component, adjustment } = score;
  const key = `appraise/${year}/${unitId}/${component.code}`;
  const context = acting(accounts.appraiser(component.leadAgency), 'appraiser', key);
  const round = { year, unitId, component: component.code, round: 1, ...anyAppraiser };
  if (!adjustment) return new ConfirmAppraisal(round, context);
  const { points, reasonCode, reason } = adjustment;
  const change = {
    from: declaredPoints(score),
    to: points,
    reasonCode,
    reason,
    correction: false,
    resultsRecorded: false,
  };
  return new AdjustAppraisal({ ...round, ...change }, context);
}

function declaredPoints({ component, declaration }: PlannedScore): ExactText | null {
  const outcome = applyRule(component, declaration);
  return outcome.state === 'scored' ? outcome.points.toString() : null;
}
