import {
  delegateNamed,
  delegationGiven,
  delegationWithdrawn,
  grantRevoked,
  listsViewed,
  papersViewed,
  roleGranted,
  sessionEnded,
  signedOutAtProvider,
} from '@app/access';
import type { DomainEvent } from '@app/kernel';

const accountId = 'tham_dinh_vien_03';
const grantId = '0b0f2a3e-5f43-4f0e-9c4b-6a2f6f1d7a11';
const delegationId = '6a5b7c1d-2e3f-4a5b-8c7d-9e0f1a2b3c4d';
const scope = { unitId: 'so_tu_phap', fields: ['1', '2'], blockIds: ['so_ban_nganh'] };

/** Rights granted, delegated and taken back. */
export const accessSamples: readonly DomainEvent[] = [
  roleGranted.of({
    accountId,
    grantId,
    role: 'appraiser',
    scope,
    from: '2024-12-01T00:00:00.000Z',
    until: '2025-04-01T00:00:00.000Z',
    reason: 'Phân công thẩm định năm 2024 (mẫu)',
    legalDocument: '15/QĐ-SNV (mẫu)',
  }),
  grantRevoked.of({ accountId, grantId, at: '2025-02-01T02:00:00.000Z', reason: 'Chuyển công tác' }),
  delegateNamed.of({ accountId, delegate: 'tham_dinh_vien_07' }),
  delegationGiven.of({
    accountId: 'tham_dinh_vien_07',
    fromAccount: accountId,
    delegationId,
    role: 'appraiser',
    scope,
    from: '2025-01-10T00:00:00.000Z',
    until: '2025-01-20T00:00:00.000Z',
    reason: 'Nghỉ phép',
  }),
  delegationWithdrawn.of({
    accountId: 'tham_dinh_vien_07',
    delegationId,
    at: '2025-01-15T02:00:00.000Z',
    reason: 'Đã trở lại làm việc',
  }),
  sessionEnded.of({
    accountId,
    sessionId: '2c1f8a9e-63b4-4b1d-9f0c-5d7e8f901234',
    at: '2025-01-15T09:00:00.000Z',
  }),
  signedOutAtProvider.of({
    issuer: 'tphcm',
    whoSha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    sessionSha256: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
    at: '2025-01-15T10:00:00.000Z',
  }),
  papersViewed.of({
    unitId: 'so_noi_vu',
    year: 2025,
    logPosition: '48211',
    viewings: [
      {
        accountId: 'thanh_tra_02',
        onBehalfOf: 'thanh_tra_01',
        role: 'auditor',
        papers: 'score-sheet',
        about: 2024,
        times: 3,
        firstAt: '2025-02-10T02:00:00.000Z',
        lastAt: '2025-02-10T02:00:00.800Z',
      },
    ],
  }),
  listsViewed.of({
    day: '2025-02-10',
    logPosition: '48215',
    viewings: [
      {
        accountId: 'lanh_dao_01',
        onBehalfOf: null,
        role: 'leader',
        list: 'present-ranking',
        asked: { year: '2024', blockId: 'so_ban_nganh' },
        times: 1,
        firstAt: '2025-02-10T02:05:00.000Z',
        lastAt: '2025-02-10T02:05:00.000Z',
      },
    ],
  }),
];
