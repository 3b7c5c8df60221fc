import { RulePoints } from '@app/assessment';
import { CloseCase, ObjectToScore, ReceiveCase, RegisterCase } from '@app/casework';
import { endOfVietnamDay, type Instant, type LocalDate } from '@app/kernel';
import { CorrectResults } from '@app/publication';
import { accounts, acting } from './acting';
import { declaredPoints, firstLowered, type UnitYear } from './plan';
import type { DemoCommand, Step } from './step';
import { isTold, storyCorrections, storyObjections } from './story';
import { blockOf } from './units';

/** Before which instant units may object to their results. */
export function objectUntil(year: number): Instant {
  return endOfVietnamDay(`${year + 1}-03-12`);
}

/** The day on which the decision is signed that makes a year's results official. */
export function officialOn(year: number): LocalDate {
  return `${year + 1}-03-15`;
}

/** Heads object to provisional results; before these become official each objection is answered, an upheld one by a ruling. */
export function objectionSteps(year: number, unitYears: readonly UnitYear[]): Step[] {
  const objecting = unitYears.filter(({ unitId }) => `${year}/${unitId}` in storyObjections);
  return [
    { at: `${year + 1}-03-10T02:00:00.000Z`, sequences: objecting.map((unitYear) => [objection(unitYear)]) },
    { at: `${year + 1}-03-13T02:00:00.000Z`, sequences: objecting.map(objectionAnswer) },
  ];
}

/** After publication a complaint about points is upheld, the ruling on it recorded, and what is official corrected. */
export function correctionSteps(year: number, unitYears: readonly UnitYear[]): Step[] {
  const corrected = unitYears.filter((unitYear) => isTold(storyCorrections, unitYear));
  return [
    { at: `${year + 1}-05-14T02:00:00.000Z`, sequences: corrected.map((unitYear) => [complaint(unitYear)]) },
    { at: `${year + 1}-06-03T02:00:00.000Z`, sequences: corrected.map(complaintAnswer) },
    { at: `${year + 1}-06-10T02:00:00.000Z`, sequences: corrected.map((unitYear) => [correction(unitYear)]) },
  ];
}

const caseOf = (kind: 'objection' | 'complaint', { year, unitId }: UnitYear) => ({
  ...{ year, unitId },
  caseId: `${kind === 'objection' ? 'kn_diem' : 'kn_sau_cong_bo'}_${year}_${unitId}`,
});

function objection(unitYear: UnitYear): DemoCommand {
  const { year, unitId } = unitYear;
  const about = { component: firstLowered(unitYear).component.code, channel: 'he_thong' };
  const context = acting(accounts.head(unitId), 'unit-head', `object/${year}/${unitId}`);
  return new ObjectToScore({ ...caseOf('objection', unitYear), ...about, objectUntil: objectUntil(year) }, context);
}

function objectionAnswer(unitYear: UnitYear): DemoCommand[] {
  const { year, unitId } = unitYear;
  const named = caseOf('objection', unitYear);
  const outcome = storyObjections[`${year}/${unitId}`] ?? 'rejected';
  const reason =
    outcome === 'upheld' ? 'Tài liệu đã nộp đúng hạn (dữ liệu mẫu)' : 'Không có tài liệu mới (dữ liệu mẫu)';
  const on = `${year + 1}-03-13`;
  return [
    new RegisterCase(
      { ...named, externalNumber: `KN-DIEM-MAU-${year}-${unitId}` },
      handler(`register/${named.caseId}`),
    ),
    new CloseCase({ ...named, outcome, closedOn: on, reason }, handler(`close/${named.caseId}`)),
    ...(outcome === 'upheld' ? [ruling(unitYear, 'score-objection', named.caseId, on)] : []),
  ];
}

function complaint(unitYear: UnitYear): DemoCommand {
  const { year } = unitYear;
  const named = caseOf('complaint', unitYear);
  const what = { kind: 'score-complaint', component: firstLowered(unitYear).component.code } as const;
  const how = { externalNumber: `KN-MAU-SAU-CONG-BO-${year}`, channel: 'van_ban' };
  const dates = { receivedOn: `${year + 1}-05-14`, dueOn: `${year + 1}-06-14` };
  const official = { officialOn: officialOn(year) };
  return new ReceiveCase({ ...named, ...what, ...how, ...dates, ...official }, handler(`receive/${named.caseId}`));
}

function complaintAnswer(unitYear: UnitYear): DemoCommand[] {
  const named = caseOf('complaint', unitYear);
  const on = `${unitYear.year + 1}-06-03`;
  const end = { outcome: 'upheld', closedOn: on, reason: 'Khiếu nại về điểm đúng (dữ liệu mẫu)' } as const;
  return [
    new CloseCase({ ...named, ...end }, handler(`close/${named.caseId}`)),
    ruling(unitYear, 'score-complaint', named.caseId, on),
  ];
}

/** Gives back what the appraiser took. */
function ruling(
  unitYear: UnitYear,
  kind: 'score-objection' | 'score-complaint',
  caseId: string,
  signedOn: string,
): DemoCommand {
  const { year, unitId } = unitYear;
  const lowered = firstLowered(unitYear);
  const component = lowered.component.code;
  const points = { component, from: lowered.adjustment.points, to: declaredPoints(lowered) };
  const decision = { number: `MẪU-${year}/QĐ-HĐTĐ`, signedOn, signer: 'Người ký mẫu' };
  const answered = { case: { kind, caseId }, conclusion: { kind, outcome: 'upheld', component, closedOn: signedOn } };
  const reason = 'Tài liệu kiểm chứng đủ căn cứ cho số điểm tự chấm (dữ liệu mẫu)';
  return new RulePoints(
    { year, unitId, ...points, ...answered, decision, reason, rulerUnitId: null },
    acting(accounts.council, 'council', `rule/${caseId}`),
  );
}

function correction({ year, unitId }: UnitYear): DemoCommand {
  const { blockId } = blockOf(unitId);
  const decision = { number: `MẪU-${year}/QĐ-ĐC`, signedOn: `${year + 1}-06-10`, signer: 'Người ký mẫu' };
  const reason = 'Khiếu nại về điểm được chấp nhận sau khi công bố (dữ liệu mẫu)';
  const context = acting(accounts.publisher, 'administrator-of-units', `correct/${year}/${blockId}`);
  return new CorrectResults({ year, blockId, decision, reason }, context);
}

const handler = (key: string) => acting(accounts.caseHandler, 'case-handler', key);
