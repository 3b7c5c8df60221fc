import {
  DeclineApproval,
  type EvidenceReference,
  GrantExtension,
  RecordSelfScore,
  RequestApproval,
  ReturnSelfAssessment,
  SubmitSelfAssessment,
} from '@app/assessment';
import type { CommandContext } from '@app/event-store';
import { endOfVietnamDay } from '@app/kernel';
import { accounts, acting, anyAppraiser } from './acting';
import { evidenceOf } from './evidence';
import type { PlannedScore, UnitYear } from './plan';
import type { DemoCommand, Step } from './step';
import { isTold, storyDeclined, storyDeputies, storyExtensions, storyReturns } from './story';

/** What the units declare, and how their files are submitted: in time, in longer time, once more after a return. */
export function submissionSteps(year: number, submitted: readonly UnitYear[]): Step[] {
  const late = submitted.filter((unitYear) => isTold(storyExtensions, unitYear));
  const returned = submitted.filter((unitYear) => isTold(storyReturns, unitYear));
  const inTime = submitted.filter((unitYear) => !late.includes(unitYear));
  return [
    { at: `${year}-12-05T02:00:00.000Z`, sequences: submitted.map((unitYear) => declarationCommands(unitYear)) },
    { at: `${year}-12-15T02:00:00.000Z`, sequences: inTime.map(submissionCommands) },
    { at: `${year}-12-23T02:00:00.000Z`, sequences: late.map((unitYear) => [extension(unitYear)]) },
    { at: `${year}-12-27T02:00:00.000Z`, sequences: late.map(submissionCommands) },
    { at: `${year + 1}-01-06T02:00:00.000Z`, sequences: returned.map((unitYear) => [fileReturn(unitYear)]) },
    { at: `${year + 1}-01-13T02:00:00.000Z`, sequences: returned.map(completionCommands) },
  ];
}

/** A declaration of every component that a unit declares, with evidence of that day where it is required. */
export function declarationCommands(unitYear: UnitYear, issuedOn = `${unitYear.year}-11-15`): DemoCommand[] {
  return unitYear.plan.scores.map((score) => {
    const key = `score/${unitYear.year}/${unitYear.unitId}/${score.component.code}`;
    return declaration(unitYear, score, isProved(score) ? [evidenceOf(key, issuedOn)] : [], key);
  });
}

function declaration(
  { year, unitId }: UnitYear,
  { component, declaration }: PlannedScore,
  evidence: readonly EvidenceReference[],
  key: string,
): DemoCommand {
  const input = { year, unitId, component: component.code, declaration, override: null, explanation: null };
  return new RecordSelfScore({ ...input, evidence }, acting(accounts.officer(unitId), 'unit-officer', key));
}

function isProved({ component }: PlannedScore): boolean {
  return component.evidence === 'required';
}

/** The officer lays the file before the head, who submits it; where the story says so, not at once. */
function submissionCommands(unitYear: UnitYear): DemoCommand[] {
  const { year, unitId } = unitYear;
  const declined = [
    new RequestApproval({ year, unitId }, officer(unitYear, 'ask-first')),
    new DeclineApproval(
      { year, unitId, reason: 'Đối chiếu lại số liệu quý IV (dữ liệu mẫu)' },
      head(unitYear, 'decline'),
    ),
  ];
  return [...(isTold(storyDeclined, unitYear) ? declined : []), ...approvedAnd(unitYear, 'ask', 'submit')];
}

function approvedAnd(unitYear: UnitYear, ask: string, submit: string): DemoCommand[] {
  const { year, unitId } = unitYear;
  return [
    new RequestApproval({ year, unitId }, officer(unitYear, ask)),
    new SubmitSelfAssessment({ year, unitId }, head(unitYear, submit)),
  ];
}

function extension({ year, unitId }: UnitYear): DemoCommand {
  const longer = { components: null, submitBy: endOfVietnamDay(`${year}-12-30`) };
  const reason = 'Hệ thống báo cáo của đơn vị bị gián đoạn (dữ liệu mẫu)';
  const key = `extend/${year}/${unitId}`;
  return new GrantExtension(
    { year, unitId, ...longer, reason },
    acting(accounts.registrar, 'administrator-of-units', key),
  );
}

function fileReturn({ year, unitId }: UnitYear): DemoCommand {
  const reason = 'Bổ sung tài liệu kiểm chứng của một tiêu chí thành phần (dữ liệu mẫu)';
  const again = { reason, submitBy: endOfVietnamDay(`${year + 1}-01-17`) };
  const context = acting(accounts.appraiser(null), 'appraiser', `return/${year}/${unitId}`);
  return new ReturnSelfAssessment({ year, unitId, ...again, ...anyAppraiser }, context);
}

/** The first component that is to be proved gets a second document; the file goes the same way as before. */
function completionCommands(unitYear: UnitYear): DemoCommand[] {
  const { year, unitId, plan } = unitYear;
  const completed = plan.scores
    .filter(isProved)
    .slice(0, 1)
    .map((score) => {
      const key = `score/${year}/${unitId}/${score.component.code}`;
      const documents = [key, `${key}/again`].map((name) => evidenceOf(name, `${year}-11-15`));
      return declaration(unitYear, score, documents, `${key}/again`);
    });
  return [...completed, ...approvedAnd(unitYear, 'ask-again', 'submit-again')];
}

function officer({ year, unitId }: UnitYear, act: string): CommandContext {
  return acting(accounts.officer(unitId), 'unit-officer', `${act}/${year}/${unitId}`);
}

/** The head, or where the story says so a deputy in the head's name. */
function head(unitYear: UnitYear, act: string): CommandContext {
  const { year, unitId } = unitYear;
  const [key, own] = [`${act}/${year}/${unitId}`, accounts.head(unitId)];
  if (isTold(storyDeputies, unitYear)) return acting(accounts.deputy(unitId), 'unit-head', key, own);
  return acting(own, 'unit-head', key);
}
