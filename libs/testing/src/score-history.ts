import {
  appraisalAdjusted,
  appraisalClosed,
  appraisalConfirmed,
  appraisalExtensionGranted,
  approvalDeclined,
  approvalRequested,
  assessmentOpened,
  councilDecided,
  explanationAsked,
  explanationGiven,
  extensionGranted,
  fieldAppraisalClosed,
  pointsRuled,
  selfAssessmentReturned,
  selfAssessmentSubmitted,
  selfScoreRecorded,
} from '@app/assessment';
import { caseAnswered, caseClosed, type CaseKind, caseReceived } from '@app/casework';
import type { Recorded } from '@app/event-store';
import type { DomainEvent } from '@app/kernel';
import type { RuleInput } from '@app/ruleset';
import type { ScoreEvent } from '@app/scoring';
import { surveyBatchRecorded, surveyBatchWithdrawn } from '@app/survey';

/** What happened to one unit in one year, as its three streams would hold it: revisions per stream, positions over all. */
export class ScoreHistory {
  readonly events: Recorded<ScoreEvent>[] = [];
  private readonly revisions = { assessment: 0n, survey: 0n, casework: 0n };

  constructor(
    readonly unitId = 'u1',
    readonly year = 2024,
  ) {}

  opened(blockId = 'so-ban-nganh'): this {
    const ruleset = { id: 'sample', version: 1, sha256: '0'.repeat(64) };
    const deadlines = {
      submitBy: `${this.year}-12-31T17:00:00.000Z`,
      appraiseBy: `${this.year + 1}-02-28T17:00:00.000Z`,
    };
    return this.add('assessment', assessmentOpened.of({ ...this.key, blockId, ruleset, ...deadlines }));
  }

  declared(component: string, points: string | null, declaration?: RuleInput): this {
    const given: RuleInput = points === null ? { kind: 'not-applicable' } : { kind: 'points', points };
    const rest = { overrideReason: null, evidence: [], explanation: null, enteredBy: ['officer'] };
    const score = { ...this.key, component, declaration: declaration ?? given, points, ...rest };
    return this.add('assessment', selfScoreRecorded.of(score));
  }

  approvalRequested(): this {
    return this.add('assessment', approvalRequested.of({ ...this.key, requestedBy: ['officer'] }));
  }

  approvalDeclined(): this {
    return this.add('assessment', approvalDeclined.of({ ...this.key, reason: 'Thiếu số liệu', declinedBy: ['head'] }));
  }

  submitted(): this {
    return this.add('assessment', selfAssessmentSubmitted.of({ ...this.key, approvedBy: ['head'] }));
  }

  returned(): this {
    const terms = { reason: 'Thiếu tài liệu', submitBy: `${this.year + 1}-01-15T17:00:00.000Z` };
    const asked = { submitBy: terms.submitBy };
    return this.add('assessment', selfAssessmentReturned.of({ ...this.key, ...terms, asked }));
  }

  /** Longer to submit: the whole file, or components. */
  extended(submitBy: string, components: readonly string[] | null = null): this {
    const data = { ...this.key, submitBy, asked: { submitBy }, components, reason: 'Bão' };
    return this.add('assessment', extensionGranted.of(data));
  }

  /** Longer to appraise likewise. */
  appraisalExtended(appraiseBy: string, components: readonly string[] | null = null): this {
    const data = { ...this.key, appraiseBy, asked: { appraiseBy }, components, reason: 'Nhiều hồ sơ' };
    return this.add('assessment', appraisalExtensionGranted.of(data));
  }

  confirmed(component: string, points: string | null, round = 1): this {
    return this.add('assessment', appraisalConfirmed.of({ ...this.key, component, round, points }));
  }

  adjusted(component: string, from: string | null, to: string | null, reason: string, round = 1): this {
    const change = { component, round, from, to, reasonCode: 'evidence', reason };
    return this.add('assessment', appraisalAdjusted.of({ ...this.key, ...change }));
  }

  /** A decision on an upheld case. */
  ruled(
    component: string,
    from: string | null,
    to: string | null,
    caseId: string,
    kind: 'score-objection' | 'score-complaint' | 'complaint' = 'score-objection',
    signedOn = `${this.year + 1}-04-20`,
  ): this {
    const decision = { number: '15/QĐ', signedOn, signer: 'Chủ tịch Hội đồng' };
    const ruling = { component, from, to, case: { kind, caseId }, decision, reason: 'Đã xem xét lại' };
    return this.add('assessment', pointsRuled.of({ ...this.key, ...ruling }));
  }

  /** Components of a field that are closed together. */
  fieldClosed(field: string, components: readonly string[], round = 1): this {
    const data = { ...this.key, field, round, leadAgencies: [], components };
    return this.add('assessment', fieldAppraisalClosed.of(data));
  }

  appraisalClosed(round = 1): this {
    return this.add('assessment', appraisalClosed.of({ ...this.key, round }));
  }

  /** About a component in round 1, by the end of January. */
  asked(explanationId: string, component: string, question = 'Vì sao?'): this {
    const answerBy = `${this.year + 1}-01-31T10:00:00.000Z`;
    const data = { ...this.key, explanationId, component, round: 1, question, answerBy };
    return this.add('assessment', explanationAsked.of({ ...data, asked: { answerBy } }));
  }

  explained(explanationId: string, component: string, text = 'Vì có văn bản'): this {
    const evidence = [{ sha256: 'e'.repeat(64), name: 'Bổ sung.pdf', issuer: null, number: null, issuedOn: null }];
    const data = { ...this.key, explanationId, component, text, evidence, givenBy: ['officer'] };
    return this.add('assessment', explanationGiven.of(data));
  }

  /** By five votes to one, one abstained. */
  councilDecided(component: string, from: string | null, to: string | null, reason: string): this {
    const minutes = { number: '12/BB-HĐTĐ', heldOn: `${this.year + 1}-03-05` };
    const votes = { for: 5, against: 1, abstained: 1 };
    return this.add('assessment', councilDecided.of({ ...this.key, component, from, to, minutes, votes, reason }));
  }

  /** One text per respondent: one option letter per question, `-` for no answer. */
  surveyed(batch: string, questions: readonly string[], responses: readonly string[], campaign = 'citizens'): this {
    const source = { sourceName: `${batch}.csv`, sourceSha256: '0'.repeat(64) };
    const data = { ...this.key, campaign, batch, questions, responses, ...source };
    return this.add('survey', surveyBatchRecorded.of(data));
  }

  withdrew(batch: string, campaign = 'citizens'): this {
    return this.add('survey', surveyBatchWithdrawn.of({ ...this.key, campaign, batch, reason: 'Nhập nhầm' }));
  }

  caseReceived(caseId: string, kind: CaseKind, component: string | null = null): this {
    const dueOn = `${this.year}-03-15`;
    const dates = { receivedOn: `${this.year}-03-01`, dueOn, asked: { dueOn } };
    const data = { ...this.key, caseId, kind, component, externalNumber: caseId, channel: '1022', ...dates };
    return this.add('casework', caseReceived.of(data));
  }

  caseAnswered(caseId: string, kind: CaseKind): this {
    const said = { caseId, kind, answeredOn: `${this.year}-03-10`, late: false };
    return this.add('casework', caseAnswered.of({ ...this.key, ...said }));
  }

  caseClosed(
    caseId: string,
    kind: CaseKind,
    outcome: 'upheld' | 'rejected' | 'withdrawn',
    component: string | null = null,
  ): this {
    const data = {
      ...this.key,
      caseId,
      kind,
      component,
      outcome,
      closedOn: `${this.year}-03-10`,
      reason: 'Đã xác minh',
    };
    return this.add('casework', caseClosed.of(data));
  }

  private get key() {
    return { unitId: this.unitId, year: this.year };
  }

  private add(category: keyof typeof this.revisions, event: DomainEvent): this {
    const stream = `${category}-${this.year}.${this.unitId}`;
    const envelope = envelopeOf(stream, this.revisions[category], BigInt(this.events.length + 1));
    this.events.push({ ...event, ...envelope } as Recorded<ScoreEvent>);
    this.revisions[category] += 1n;
    return this;
  }
}

function envelopeOf(stream: string, revision: bigint, position: bigint) {
  const id = `${stream}@${revision}`;
  const who = { commandId: id, correlationId: id, causationId: id, actor: 'test', onBehalfOf: null, role: 'test' };
  const metadata = { ...who, schemaVersion: 1, recordedAt: '2024-01-01T00:00:00.000Z', part: 1, parts: 1 };
  return { id, stream, revision, position, metadata };
}
