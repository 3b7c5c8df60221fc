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
import { caseAnswered, caseClosed, caseReceived, caseRegistered } from '@app/casework';
import { logCreated } from '@app/event-store';
import type { DomainEvent } from '@app/kernel';
import { blockSkipped, periodOpened, workingCalendarRecorded } from '@app/period';
import { surveyBatchRecorded, surveyBatchWithdrawn } from '@app/survey';
import {
  blockDefined,
  changeWithdrawn,
  lineageRecorded,
  membershipCorrected,
  officeLeft,
  officeTaken,
  officialCodeAssigned,
  successionRuled,
  tenureCorrected,
  unitDissolved,
  unitJoinedBlock,
  unitLeftBlock,
  unitLevelChanged,
  unitRegistered,
  unitRenamed,
} from '@app/unit';
import { accessSamples } from './event-samples.access';
import { resultSamples } from './event-samples.results';

const unitId = 'so_noi_vu';
const blockId = 'so_ban_nganh';
const unitYear = { year: 2024, unitId };
const ruleset = {
  id: 'hcm-so-ban-nganh',
  version: 2,
  sha256: '6f1ed002ab5595859014ebf0951522d9a0a3b2e7b1f5ad5a4f1a0f1f1f6b8c11',
};
const decree = { number: '01/NQ-MẪU', signedOn: '2025-02-20', issuer: 'Cơ quan mẫu', title: 'Văn bản mẫu' };
const grounds = { reason: 'Nhập nhầm ngày theo bản dự thảo (mẫu)', documentNumber: '12/CV-MẪU' };
const submitBy = '2025-01-15T10:00:00.000Z';
const appraiseBy = '2025-03-15T10:00:00.000Z';
const caseName = { caseId: 'pakn-2024-0153', kind: 'feedback', unitId, year: 2024 } as const;

/**
 * One event of every type in its newest shape, each property with a value. The compiler keeps them in step with the types, the fixtures
 * keep them in step with what is stored: a changed shape is a new schema version, or the test fails.
 */
export const eventSamples: readonly DomainEvent[] = [
  logCreated.of({ logId: '01930b5c-7a4e-7c3a-9d55-0242ac120002' }),

  unitRegistered.of({
    unitId,
    type: 'department',
    name: 'Sở Nội vụ',
    parentId: 'ubnd_thanh_pho',
    officialCode: 'H29.15',
    registeredOn: '2020-01-01',
  }),
  unitRenamed.of({
    unitId,
    name: 'Sở Nội vụ Thành phố',
    effectiveOn: '2025-03-01',
    decree,
  }),
  unitDissolved.of({ unitId, effectiveOn: '2025-06-30', decree }),
  unitLevelChanged.of({ unitId, type: 'district', parentId: 'ubnd_thanh_pho', effectiveOn: '2025-03-01', decree }),
  officialCodeAssigned.of({ code: 'H29.15', unitId }),
  lineageRecorded.of({
    unitId,
    kind: 'merged',
    predecessors: [
      { unitId: 'so_noi_vu_cu', share: '1' },
      { unitId: 'so_lao_dong', share: '2/3' },
    ],
    effectiveOn: '2025-03-01',
    decree,
  }),
  officeTaken.of({ unitId, office: 'head', personId: 'cb-0015', personName: 'Giám đốc (mẫu)', from: '2021-05-01' }),
  officeLeft.of({ unitId, office: 'head', personId: 'cb-0015', until: '2024-05-31' }),
  tenureCorrected.of({
    ...{ unitId, office: 'head', personId: 'cb-0015', from: '2021-05-01' },
    corrected: { personId: 'cb-0016', personName: 'Giám đốc khác (mẫu)', from: '2021-06-01', until: '2024-06-30' },
    ...grounds,
  }),
  changeWithdrawn.of({
    ...{ unitId, eventId: '01930b5c-7a4e-7c3a-9d55-0242ac120077', name: 'Sở Nội vụ' },
    ...{ kind: 'merged', effectiveOn: '2025-03-01', predecessorIds: ['so_lao_dong', 'so_noi_vu_cu'] },
    ...grounds,
  }),
  successionRuled.of({
    unitId,
    year: 2025,
    predecessorId: 'so_noi_vu_cu',
    takesOver: 'Số liệu các tiêu chí 1.1.1 đến 1.1.5 tính đến ngày 28/02 (mẫu)',
    reason: 'Kế thừa nguyên trạng chức năng',
  }),
  blockDefined.of({ blockId, name: 'Sở, ban, ngành' }),
  unitJoinedBlock.of({ blockId, unitId, from: '2021-01-01' }),
  unitLeftBlock.of({ blockId, unitId, until: '2025-06-30' }),
  membershipCorrected.of({
    ...{ blockId, unitId, from: '2021-01-01', corrected: { from: '2021-07-01', until: '2025-05-31' } },
    ...grounds,
  }),

  periodOpened.of({
    ...{ year: 2024, submitBy, appraiseBy: '2025-03-17T17:00:00.000Z', blocks: [{ blockId, ruleset }] },
    asked: { submitBy, appraiseBy },
  }),
  workingCalendarRecorded.of({
    year: 2024,
    holidays: [{ name: 'Tết Dương lịch', from: '2024-01-01', until: '2024-01-01' }],
    workingDays: ['2024-05-04'],
    source: 'Lịch mẫu, không phải lịch nghỉ chính thức',
    reason: 'Bổ sung ngày làm bù (mẫu)',
  }),
  blockSkipped.of({ year: 2024, blockId, reason: 'Sắp xếp tổ chức bộ máy' }),

  assessmentOpened.of({ ...unitYear, blockId, ruleset, submitBy, appraiseBy }),
  selfScoreRecorded.of({
    ...unitYear,
    component: '1.2.1',
    declaration: { kind: 'ratio', numerator: '47', denominator: '50' },
    points: '1.4',
    overrideReason: 'Một báo cáo nộp chậm',
    evidence: [
      {
        sha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
        name: 'Báo cáo cải cách hành chính quý IV.pdf',
        issuer: 'Sở Nội vụ',
        number: '512/BC-SNV',
        issuedOn: '2024-12-15',
      },
    ],
    explanation: 'Báo cáo quý I gửi qua trục liên thông, chưa có bản giấy',
    enteredBy: ['chuyen_vien_15', 'thu_truong_15'],
  }),
  approvalRequested.of({ ...unitYear, requestedBy: ['chuyen_vien_15', 'truong_phong_15'] }),
  approvalDeclined.of({ ...unitYear, reason: 'Số liệu quý IV chưa đối chiếu', declinedBy: ['thu_truong_15'] }),
  selfAssessmentSubmitted.of({ ...unitYear, approvedBy: ['pho_thu_truong_15', 'thu_truong_15'] }),
  selfAssessmentReturned.of({
    ...unitYear,
    reason: 'Thiếu tài liệu kiểm chứng',
    submitBy: '2025-02-24T17:00:00.000Z',
    asked: { submitBy: '2025-02-22T10:00:00.000Z' },
  }),
  extensionGranted.of({
    ...unitYear,
    submitBy: '2025-01-20T17:00:00.000Z',
    asked: { submitBy: '2025-01-18T10:00:00.000Z' },
    components: ['1.2.1', '1.3.2'],
    reason: 'Sự cố hệ thống',
  }),
  appraisalExtensionGranted.of({
    ...unitYear,
    appraiseBy: '2025-03-24T17:00:00.000Z',
    asked: { appraiseBy: '2025-03-22T10:00:00.000Z' },
    components: ['1.3.2'],
    reason: 'Sự cố hệ thống',
  }),
  appraisalConfirmed.of({ ...unitYear, component: '1.2.1', round: 1, points: '1.4' }),
  appraisalAdjusted.of({
    ...unitYear,
    component: '1.3.2',
    round: 2,
    from: '2/3',
    to: '0.5',
    reasonCode: 'evidence-partial',
    reason: 'Tài liệu chỉ chứng minh được một phần nội dung tự chấm',
  }),
  explanationAsked.of({
    ...unitYear,
    explanationId: 'gt_001',
    component: '1.3.2',
    round: 1,
    question: 'Văn bản nêu ở minh chứng ban hành ngày nào?',
    answerBy: '2025-02-24T17:00:00.000Z',
    asked: { answerBy: '2025-02-22T10:00:00.000Z' },
  }),
  explanationGiven.of({
    ...unitYear,
    explanationId: 'gt_001',
    component: '1.3.2',
    text: 'Ban hành ngày 20/12/2024, gửi kèm bản ký số',
    evidence: [
      {
        sha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
        name: 'Kế hoạch bổ sung.pdf',
        issuer: 'Sở Nội vụ',
        number: '77/KH-SNV',
        issuedOn: '2024-12-20',
      },
    ],
    givenBy: ['chuyen_vien_15', 'thu_truong_15'],
  }),
  fieldAppraisalClosed.of({
    ...unitYear,
    field: '1',
    round: 2,
    leadAgencies: [{ name: 'Sở Nội vụ', unitId: 'so_noi_vu' }],
    components: ['1.2.1', '1.3.2'],
  }),
  appraisalClosed.of({ ...unitYear, round: 2 }),
  councilDecided.of({
    ...unitYear,
    component: '1.3.2',
    from: '0.5',
    to: '2/3',
    minutes: { number: '12/BB-HĐTĐ', heldOn: '2025-03-05' },
    votes: { for: 5, against: 1, abstained: 1 },
    reason: 'Giải trình và tài liệu bổ sung đủ căn cứ',
  }),
  pointsRuled.of({
    ...unitYear,
    component: '1.3.2',
    from: '0.5',
    to: '2/3',
    case: { kind: 'score-objection', caseId: 'kn-2025-0007' },
    decision: { number: '15/QĐ-HĐTĐ', signedOn: '2025-04-18', signer: 'Chủ tịch Hội đồng thẩm định' },
    reason: 'Tài liệu bổ sung chứng minh đủ nội dung tự chấm',
  }),

  surveyBatchRecorded.of({
    ...unitYear,
    campaign: 'sipas-2024',
    batch: 'dot-1',
    questions: ['Q1', 'Q2'],
    responses: ['AB', 'C-', '-A'],
    sourceName: 'Phiếu khảo sát đợt 1.csv',
    sourceSha256: 'fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9',
  }),
  surveyBatchWithdrawn.of({ ...unitYear, campaign: 'sipas-2024', batch: 'dot-1', reason: 'Nhập nhầm đơn vị' }),

  caseReceived.of({
    ...caseName,
    component: '3.3.2',
    externalNumber: '153/PAKN-2024',
    channel: '1022',
    receivedOn: '2024-06-01',
    dueOn: '2024-06-17',
    asked: { dueOn: '2024-06-15' },
  }),
  caseRegistered.of({ ...caseName, externalNumber: '153/PAKN-2024' }),
  caseAnswered.of({ ...caseName, answeredOn: '2024-06-16', late: true }),
  caseClosed.of({
    ...caseName,
    component: '3.3.2',
    outcome: 'upheld',
    closedOn: '2024-06-20',
    reason: 'Phản ánh đúng về thái độ tiếp dân',
  }),

  ...resultSamples,
  ...accessSamples,
];
