import {
  appraisalClosed,
  appraisalConfirmed,
  assessmentOpened,
  selfAssessmentSubmitted,
  selfScoreRecorded,
} from '@app/assessment';
import { caseClosed, caseReceived } from '@app/casework';
import type { DomainEvent } from '@app/kernel';
import { periodOpened } from '@app/period';
import { type Component, componentsOf, pointLimits, RulesetCatalog, rulesetRef, sampleRulesets } from '@app/ruleset';
import { MAX_RESPONSES, optionsByQuestion, surveyBatchRecorded } from '@app/survey';
import { blockDefined, unitJoinedBlock, unitRegistered } from '@app/unit';
import type { SeedEvent } from './seed';

/** The ruleset that every file of the benchmark is judged by. */
export const ruleset = new RulesetCatalog(sampleRulesets()).inForce('hcm-so-ban-nganh', '2024-12-31');
const reference = rulesetRef(ruleset);

/** What a unit declares itself: the system counts the other components. */
export const declared: readonly Component[] = componentsOf(ruleset).filter(
  ({ part, rule }) => part !== 'survey' && !(rule.kind === 'deduction' && rule.counts.from === 'casework'),
);
const questions = [...optionsByQuestion(ruleset)].map(([question, options]) => ({
  question,
  option: [...options][0] ?? '-',
}));
const UNITS_PER_BLOCK = 50;
const PER_SITTING = 10;
const FIRST_YEAR = 2024;

/**
 * `count` events as the national use would write them: blocks of 50 units, every unit's file opened, declared ten components at a
 * sitting, submitted, surveyed, complained about, appraised and closed, the units of a year side by side.
 */
export function* unitYears(count: number): Generator<SeedEvent> {
  const perUnitYear = 2 * declared.length + 6;
  const units = Math.max(1, Math.min(3_300, Math.ceil(count / perUnitYear / 4)));
  const ids = Array.from({ length: units }, (_, unit) => ({
    unitId: `u${unit}`,
    blockId: `b${Math.floor(unit / UNITS_PER_BLOCK)}`,
  }));
  let left = count;
  for (const event of wholeHistory(ids)) {
    if (left === 0) return;
    left -= 1;
    yield event;
  }
}

interface UnitOfBlock {
  readonly unitId: string;
  readonly blockId: string;
}

function* wholeHistory(units: readonly UnitOfBlock[]): Generator<SeedEvent> {
  yield* foundation(units);
  for (let year = FIRST_YEAR; ; year += 1) yield* oneYear(units, year);
}

function* foundation(units: readonly UnitOfBlock[]): Generator<SeedEvent> {
  const from = '2020-01-01';
  for (const blockId of new Set(units.map((unit) => unit.blockId))) {
    yield at(`block-${blockId}`, blockDefined.of({ blockId, name: `Khối ${blockId}` }));
  }
  for (const { unitId, blockId } of units) {
    const unit = { unitId, name: `Đơn vị ${unitId}`, type: 'commune', officialCode: null, registeredOn: from } as const;
    yield at(`unit-${unitId}`, unitRegistered.of({ ...unit, parentId: null }));
    yield at(`block-${blockId}`, unitJoinedBlock.of({ blockId, unitId, from }));
  }
}

function* oneYear(units: readonly UnitOfBlock[], year: number): Generator<SeedEvent> {
  const deadlines = { submitBy: `${year}-12-20T17:00:00.000Z`, appraiseBy: `${year + 1}-02-28T17:00:00.000Z` };
  const blocks = [...new Set(units.map(({ blockId }) => blockId))].map((blockId) => ({ blockId, ruleset: reference }));
  yield at(`period-${year}`, periodOpened.of({ year, ...deadlines, asked: deadlines, blocks }));
  for (const { unitId, blockId } of units) {
    yield file(year, unitId, assessmentOpened.of({ year, unitId, blockId, ruleset: reference, ...deadlines }));
  }
  for (const sitting of sittings()) for (const { unitId } of units) yield* declarations(year, unitId, sitting);
  for (const { unitId } of units) yield* afterDeclaring(year, unitId);
  for (const sitting of sittings()) for (const { unitId } of units) yield* confirmations(year, unitId, sitting);
  for (const { unitId } of units) yield file(year, unitId, appraisalClosed.of({ year, unitId, round: 1 }));
}

function sittings(): (readonly Component[])[] {
  const count = Math.ceil(declared.length / PER_SITTING);
  return Array.from({ length: count }, (_, index) => declared.slice(index * PER_SITTING, (index + 1) * PER_SITTING));
}

function* declarations(year: number, unitId: string, components: readonly Component[]): Generator<SeedEvent> {
  for (const component of components)
    yield file(year, unitId, selfScoreRecorded.of(selfScore(year, unitId, component)));
}

/** A declaration by points, with one document as evidence. */
export function selfScore(year: number, unitId: string, component: Component) {
  const points = fullPointsOf(component);
  const declaration = { kind: 'points', points } as const;
  const evidence = [
    { sha256: 'a'.repeat(64), name: 'bao-cao.pdf', issuer: 'Đơn vị', number: null, issuedOn: `${year}-11-15` },
  ];
  const rest = { overrideReason: null, evidence, explanation: null, enteredBy: ['can_bo_mau'] };
  return { year, unitId, component: component.code, declaration, points, ...rest };
}

function* afterDeclaring(year: number, unitId: string): Generator<SeedEvent> {
  yield file(year, unitId, selfAssessmentSubmitted.of({ year, unitId, approvedBy: ['thu_truong_mau'] }));
  yield at(`survey-${year}.${unitId}`, surveyBatchRecorded.of(surveyBatch(year, unitId, 'dot-1', 100)));
  const about = { caseId: `kn_${year}_${unitId}`, kind: 'complaint', unitId, year, component: null } as const;
  const received = { externalNumber: 'KN-1', channel: '1022', receivedOn: `${year}-09-15`, dueOn: `${year}-10-30` };
  yield at(`casework-${year}.${unitId}`, caseReceived.of({ ...about, ...received }));
  const closed = { outcome: 'rejected', closedOn: `${year}-10-20`, reason: 'Khiếu nại không đúng' } as const;
  yield at(`casework-${year}.${unitId}`, caseClosed.of({ ...about, ...closed }));
}

/** Responses packed into one event, every question answered. */
export function surveyBatch(year: number, unitId: string, batch: string, responses = MAX_RESPONSES) {
  const source = { sourceName: `${batch}.csv`, sourceSha256: 'b'.repeat(64) };
  const one = questions.map(({ option }) => option).join('');
  const asked = questions.map(({ question }) => question);
  return {
    year,
    unitId,
    campaign: 'khao_sat',
    batch,
    questions: asked,
    responses: Array<string>(responses).fill(one),
    ...source,
  };
}

function* confirmations(year: number, unitId: string, components: readonly Component[]): Generator<SeedEvent> {
  for (const component of components) {
    const points = fullPointsOf(component);
    yield file(year, unitId, appraisalConfirmed.of({ year, unitId, component: component.code, round: 1, points }));
  }
}

function fullPointsOf(component: Component): string {
  return pointLimits(component).max.toString();
}

const file = (year: number, unitId: string, event: DomainEvent) => at(`assessment-${year}.${unitId}`, event);
const at = (stream: string, { type, data }: DomainEvent): SeedEvent => ({ stream, type, data });
