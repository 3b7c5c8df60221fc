import { CloseCase, ReceiveCase } from '@app/casework';
import type { CommandContext } from '@app/event-store';
import { endOfVietnamDay } from '@app/kernel';
import { OpenPeriod } from '@app/period';
import { AnnounceProvisionalResults, OpenBlockYear, PublishResults } from '@app/publication';
import { type Ruleset, rulesetRef } from '@app/ruleset';
import { RecordSurveyBatch } from '@app/survey';
import { accessSteps } from './access-steps';
import { accounts, acting } from './acting';
import { appraisalSteps } from './appraisal-steps';
import { sourceDigest } from './evidence';
import { mergerSteps } from './merger-steps';
import { correctionSteps, objectionSteps, objectUntil, officialOn } from './objection-steps';
import { planUnitYear, type UnitYear } from './plan';
import type { DemoCommand, Step } from './step';
import { isTold, storyOpenComplaints, storyUnsubmitted } from './story';
import { submissionSteps } from './submission-steps';
import { type DemoBlock, demoBlocks, unitsOf } from './units';

/** One assessment year from opening to publication and what came of it, in the order it happens. `rulesetFor` gives each block's ruleset of the year. */
export function yearSteps(seed: number, year: number, rulesetFor: (rulesetId: string) => Ruleset): Step[] {
  const unitYear = (unitId: string, { rulesetId }: DemoBlock): UnitYear => {
    const ruleset = rulesetFor(rulesetId);
    return { year, unitId, ruleset, plan: planUnitYear(seed, year, unitId, ruleset) };
  };
  const unitYears = demoBlocks.flatMap((block) => unitsOf(block, year).map(({ unitId }) => unitYear(unitId, block)));
  const submitted = unitYears.filter((one) => !isTold(storyUnsubmitted, one));
  return [
    { at: `${year}-04-01T02:00:00.000Z`, sequences: [openingCommands(year, rulesetFor)] },
    ...accessSteps(year, unitYears),
    ...mergerSteps(year, unitYear),
    ...submissionSteps(year, submitted),
    {
      at: `${year + 1}-01-20T02:00:00.000Z`,
      sequences: submitted.flatMap((one) => [[surveyCommand(one)], caseCommands(one)]),
    },
    ...appraisalSteps(year, submitted),
    {
      at: `${year + 1}-03-06T02:00:00.000Z`,
      sequences: demoBlocks.map(({ blockId }) => [announcement(year, blockId)]),
    },
    ...objectionSteps(year, submitted),
    { at: `${year + 1}-03-15T02:00:00.000Z`, sequences: demoBlocks.map(({ blockId }) => [publication(year, blockId)]) },
    ...correctionSteps(year, submitted),
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

function surveyCommand({ year, unitId, ruleset, plan }: UnitYear): DemoCommand {
  const key = `survey/${year}/${unitId}`;
  const source = { sourceName: `khao_sat_mau_${year}_${unitId}.csv`, sourceSha256: sourceDigest(key) };
  return new RecordSurveyBatch(
    { year, unitId, campaign: `khao_sat_${year}`, ruleset: rulesetRef(ruleset), ...plan.survey, ...source },
    acting(accounts.surveyor, 'survey-organiser', key),
  );
}

function caseCommands(unitYear: UnitYear): DemoCommand[] {
  const { year, unitId, plan } = unitYear;
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
  const open = isTold(storyOpenComplaints, unitYear) ? [complaint(year, unitId, 9).received] : [];
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
  return new AnnounceProvisionalResults({ year, blockId, objectUntil: objectUntil(year) }, context);
}

function publication(year: number, blockId: string): DemoCommand {
  const decision = { number: `MẪU-${year}/QĐ-UBND`, signedOn: officialOn(year), signer: 'Người ký mẫu' };
  return new PublishResults({ year, blockId, decision }, publishing(year, blockId));
}

/** The act of publishing a block's year. */
export function publishing(year: number, blockId: string): CommandContext {
  return acting(accounts.publisher, 'administrator-of-units', `publish/${year}/${blockId}`);
}

const registrar = (key: string) => acting(accounts.registrar, 'administrator-of-units', key);
const handler = (key: string) => acting(accounts.caseHandler, 'case-handler', key);
