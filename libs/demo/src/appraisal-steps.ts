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
import { endOfVietnamDay } from '@app/kernel';
import type { Field } from '@app/ruleset';
import { accounts, acting, anyAppraiser } from './acting';
import { evidenceOf } from './evidence';
import { type AdjustedScore, declaredPoints, firstLowered, type PlannedScore, type UnitYear } from './plan';
import type { DemoCommand, Step } from './step';
import { isTold, storyDisputes, storySecondRounds } from './story';

/** Every file is appraised, one field of some a second time; then the council decides what stays in dispute. */
export function appraisalSteps(year: number, submitted: readonly UnitYear[]): Step[] {
  const twice = submitted.filter((unitYear) => isTold(storySecondRounds, unitYear));
  const end = (unitYear: UnitYear) => (twice.includes(unitYear) ? [] : [closing(unitYear)]);
  return [
    { at: `${year + 1}-02-10T02:00:00.000Z`, sequences: submitted.map((one) => [...firstRound(one), ...end(one)]) },
    { at: `${year + 1}-02-20T02:00:00.000Z`, sequences: twice.map((one) => [...secondRound(one), closing(one)]) },
    { at: `${year + 1}-03-05T02:00:00.000Z`, sequences: submitted.map(councilCommands) },
  ];
}

/** What the story asks about is asked and explained; then every component has its word, and every field its end. */
function firstRound(unitYear: UnitYear): DemoCommand[] {
  const { plan, ruleset } = unitYear;
  return [
    ...disputesOf(unitYear).flatMap((score) => explanation(unitYear, score)),
    ...plan.scores.map((score) => appraisal(unitYear, score)),
    ...appraisedFields(ruleset).map(({ code }) => fieldClosure(unitYear, code, 1)),
  ];
}

/** The first component that was lowered gets its points back, and its field another end. */
function secondRound(unitYear: UnitYear): DemoCommand[] {
  const { year, unitId, ruleset } = unitYear;
  const score = firstLowered(unitYear);
  const { code, leadAgency } = score.component;
  const points = { from: score.adjustment.points, to: declaredPoints(score) };
  const why = { reasonCode: 'evidence-added', reason: 'Tài liệu bổ sung chứng minh đủ nội dung tự chấm (dữ liệu mẫu)' };
  const key = `appraise-again/${year}/${unitId}/${code}`;
  const fields = appraisedFields(ruleset).filter((field) => holds(field, code));
  return [
    new AdjustAppraisal(
      { year, unitId, component: code, round: 2, ...points, ...why, ...firstWord, ...anyAppraiser },
      acting(accounts.appraiser(leadAgency), 'appraiser', key),
    ),
    ...fields.map((field) => fieldClosure(unitYear, field.code, 2)),
  ];
}

function holds({ criteria }: Field, code: string): boolean {
  return criteria.some(({ components }) => components.some((component) => component.code === code));
}

/** No correction of a word in its own round, and nothing of the block is on record yet. */
const firstWord = { correction: false, resultsRecorded: false } as const;

function fieldClosure({ year, unitId }: UnitYear, field: string, round: number): DemoCommand {
  const key = round === 1 ? `field/${field}/${year}/${unitId}` : `field/${field}/${year}/${unitId}/${round}`;
  const context = acting(accounts.appraiser(null), 'appraiser', key);
  const closure = { year, unitId, field, round, leadAgency: null, ownAgencies: [] };
  return new CloseFieldAppraisal({ ...closure, ...anyAppraiser }, context);
}

function closing({ year, unitId }: UnitYear): DemoCommand {
  const context = acting(accounts.appraiser(null), 'appraiser', `close/${year}/${unitId}`);
  return new CloseAppraisal({ year, unitId, ...anyAppraiser }, context);
}

/** What is disputed after the appraisal: the council gives the points back that the unit gave itself. */
function councilCommands(unitYear: UnitYear): DemoCommand[] {
  const { year, unitId } = unitYear;
  const minutes = { number: `MẪU-${year}/BB-HĐTĐ`, heldOn: `${year + 1}-03-04` };
  const votes = { for: 6, against: 2, abstained: 1 };
  const reason = 'Giải trình và tài liệu bổ sung đủ căn cứ (dữ liệu mẫu)';
  return disputesOf(unitYear).map((score) => {
    const component = score.component.code;
    const points = { component, from: score.adjustment.points, to: declaredPoints(score) };
    const by = acting(accounts.council, 'council', `council/${year}/${unitId}/${component}`);
    const decision = { year, unitId, ...points, minutes, votes, reason };
    return new DecideByCouncil({ ...decision, resultsRecorded: false, objectUntil: null, clerkUnitId: null }, by);
  });
}

/** The first component that its appraiser lowers, where the story has a dispute. */
function disputesOf(unitYear: UnitYear): readonly AdjustedScore[] {
  return isTold(storyDisputes, unitYear) ? [firstLowered(unitYear)] : [];
}

function explanation({ year, unitId }: UnitYear, { component }: PlannedScore): DemoCommand[] {
  const key = `explain/${year}/${unitId}/${component.code}`;
  const about = { year, unitId, explanationId: 'gt_1' };
  const question = 'Đề nghị giải trình căn cứ tự chấm (dữ liệu mẫu)';
  const asked = { component: component.code, round: 1, question, answerBy: endOfVietnamDay(`${year + 1}-02-17`) };
  const answer = { text: 'Có văn bản bổ sung kèm theo (dữ liệu mẫu)', evidence: [evidenceOf(key, `${year}-11-15`)] };
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
  const change = { from: declaredPoints(score), to: points, reasonCode, reason, ...firstWord };
  return new AdjustAppraisal({ ...round, ...change }, context);
}
