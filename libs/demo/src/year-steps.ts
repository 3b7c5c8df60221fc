import { DeclineApproval, RecordSelfScore, RequestApproval, SubmitSelfAssessment } from '@app/assessment';
import { CloseCase, ReceiveCase } from '@app/casework';
import type { CommandContext } from '@app/event-store';
import { endOfVietnamDay } from '@app/kernel';
import { OpenPeriod } from '@app/period';
import { AnnounceProvisionalResults, OpenBlockYear, PublishResults } from '@app/publication';
import { type Ruleset, rulesetRef } from '@app/ruleset';
import { RecordSurveyBatch } from '@app/survey';
import { accounts, acting } from './acting';
import { appraisalCommands, councilCommands } from './appraisal-steps';
import { evidenceOf, sourceDigest } from './evidence';
import { planUnitYear, type UnitYear } from './plan';
import type { DemoCommand, Step } from './step';
import { storyDeclined, storyOpenComplaints, storyUnsubmitted } from './story';
import { demoBlocks } from './units';

/** One assessment year from opening to publication, in the order it happens. `rulesetFor` gives each block's ruleset of the year. */
export function yearSteps(seed: number, year: number, rulesetFor: (rulesetId: string) => Ruleset): Step[] {
  const unitYears = demoBlocks.flatMap(({ units, rulesetId }) => {
    const ruleset = rulesetFor(rulesetId);
    return units.map(({ unitId }) => ({ year, unitId, ruleset, plan: planUnitYear(seed, year, unitId, ruleset) }));
  });
  const submitted = unitYears.filter(({ unitId }) => !storyUnsubmitted.has(`${year}/${unitId}`));
  return [
    { at: `${year}-11-01T02:00:00.000Z`, sequences: [openingCommands(year, rulesetFor)] },
    { at: `${year}-12-05T02:00:00.000Z`, sequences: submitted.map(declarationCommands) },
    { at: `${year}-12-15T02:00:00.000Z`, sequences: submitted.map(({ unitId }) => submissionCommands(year, unitId)) },
    {
      at: `${year + 1}-01-20T02:00:00.000Z`,
      sequences: submitted.flatMap((unit) => [[surveyCommand(unit)], caseCommands(unit)]),
    },
    { at: `${year + 1}-02-10T02:00:00.000Z`, sequences: submitted.map(appraisalCommands) },
    { at: `${year + 1}-03-05T02:00:00.000Z`, sequences: submitted.map(councilCommands) },
    {
      at: `${year + 1}-03-06T02:00:00.000Z`,
      sequences: demoBlocks.map(({ blockId }) => [announcement(year, blockId)]),
    },
    { at: `${year + 1}-03-15T02:00:00.000Z`, sequences: demoBlocks.map(({ blockId }) => [publication(year, blockId)]) },
  ];
}

function openingCommands(year: number, rulesetFor: (rulesetId: string) => Ruleset): DemoCommand[] {
  const blocks = demoBlocks.map(({ blockId, rulesetId }) => ({ blockId, ruleset: rulesetRef(rulesetFor(rulesetId)) }));
  const submitBy = endOfVietnamDay(`${year}-12-20`);
  const appraiseBy = endOfVietnamDay(`${year + 1}-02-28`);
  return [
    new OpenPeriod({ year, submitBy, appraiseBy, blocks }, registrar(`period/${year}`)),
    ...blocks.map(({ blockId }) => new OpenBlockYear({ year, blockId }, registrar(`open/${year}/${blockId}`))),
  ];
}

function declarationCommands({ year, unitId, plan }: UnitYear): DemoCommand[] {
  return plan.scores.map(({ component, declaration }) => {
    const key = `score/${year}/${unitId}/${component.code}`;
    const input = { year, unitId, component: component.code, declaration, override: null, explanation: null };
    const evidence = component.evidence === 'required' ? [evidenceOf(key, year)] : [];
    return new RecordSelfScore({ ...input, evidence }, acting(accounts.officer(unitId), 'unit-officer', key));
  });
}

/** The officer lays the file before the head, who submits it; where the story says so, not at once. */
function submissionCommands(year: number, unitId: string): DemoCommand[] {
  const file = { year, unitId };
  const officer = (act: string) => acting(accounts.officer(unitId), 'unit-officer', `${act}/${year}/${unitId}`);
  const head = (act: string) => acting(accounts.head(unitId), 'unit-head', `${act}/${year}/${unitId}`);
  const reason = 'Đối chiếu lại số liệu quý IV (dữ liệu mẫu)';
  const declined = [
    new RequestApproval(file, officer('ask-first')),
    new DeclineApproval({ ...file, reason }, head('decline')),
  ];
  return [
    ...(storyDeclined.has(`${year}/${unitId}`) ? declined : []),
    new RequestApproval(file, officer('ask')),
    new SubmitSelfAssessment(file, head('submit')),
  ];
}

function surveyCommand({ year, unitId, ruleset, plan }: UnitYear): DemoCommand {
  const key = `survey/${year}/${unitId}`;
  const source = { sourceName: `khao_sat_mau_${year}_${unitId}.csv`, sourceSha256: sourceDigest(key) };
  return new RecordSurveyBatch(
    { year, unitId, campaign: `khao_sat_${year}`, ruleset: rulesetRef(ruleset), ...plan.survey, ...source },
    acting(accounts.surveyor, 'survey-organiser', key),
  );
}

function caseCommands({ year, unitId, plan }: UnitYear): DemoCommand[] {
  const upheld = Array.from({ length: plan.upheldComplaints }, (_, place) => {
    const { caseId, received } = complaint(year, unitId, place + 1);
    const closed = {
      caseId,
      unitId,
      year,
      outcome: 'upheld',
      closedOn: `${year}-10-20`,
      reason: 'Khiếu nại đúng (dữ liệu mẫu)',
    } as const;
    return [received, new CloseCase(closed, handler(`close/${caseId}`))];
  });
  const open = storyOpenComplaints.has(`${year}/${unitId}`) ? [complaint(year, unitId, 9).received] : [];
  return [...upheld.flat(), ...open];
}

function complaint(year: number, unitId: string, number: number): { caseId: string; received: DemoCommand } {
  const caseId = `kn_${year}_${unitId}_${number}`;
  const dates = { receivedOn: `${year}-09-15`, dueOn: `${year}-10-30` };
  const what = {
    kind: 'complaint',
    component: null,
    externalNumber: `KN-MAU-${number}`,
    channel: 'tiep_cong_dan',
  } as const;
  return {
    caseId,
    received: new ReceiveCase({ caseId, unitId, year, ...what, ...dates }, handler(`receive/${caseId}`)),
  };
}

function announcement(year: number, blockId: string): DemoCommand {
  const context = acting(accounts.publisher, 'administrator-of-units', `announce/${year}/${blockId}`);
  return new AnnounceProvisionalResults({ year, blockId, objectUntil: endOfVietnamDay(`${year + 1}-03-12`) }, context);
}

function publication(year: number, blockId: string): DemoCommand {
  const decision = { number: `MẪU-${year}/QĐ-UBND`, signedOn: `${year + 1}-03-15`, signer: 'Người ký mẫu' };
  return new PublishResults({ year, blockId, decision }, publishing(year, blockId));
}

/** The act of publishing a block's year. */
export function publishing(year: number, blockId: string): CommandContext {
  return acting(accounts.publisher, 'administrator-of-units', `publish/${year}/${blockId}`);
}

const registrar = (key: string) => acting(accounts.registrar, 'administrator-of-units', key);
const handler = (key: string) => acting(accounts.caseHandler, 'case-handler', key);
