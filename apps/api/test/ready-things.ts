import { sampleCalendar } from '@app/period';
import { sampleDecree, writeRulesetRef } from '@app/testing';
import { everything } from './access-steps';
import { type Places, signOut } from './targets';
import { department } from './opened-files';
import type { Person } from './running-api';

const administrator = 'administrator-of-units';

/** What is done before, under a key that is told where it becomes an id. */
type Step = readonly [person: Person, path: string, body: object, key?: string];

/** A command about no unit's year, on things of its own; `first` makes them. */
export interface Prepared {
  /** Default: the administrator. */
  readonly person?: Person;
  readonly places?: Places;
  readonly body: object;
  readonly first?: readonly Step[];
}

const registered = (unitId: string): Step => [administrator, '/units', department(unitId)];
const defined = (blockId: string): Step => [administrator, '/blocks', { blockId, name: 'Khối mẫu' }];
const joined = (blockId: string, unitId: string): Step => [
  administrator,
  `/blocks/${blockId}/members`,
  { unitId, from: '2021-01-01' },
];
/** A change of a unit of its own. */
const changing = (unitId: string, body: object, ...first: readonly Step[]): Prepared => ({
  ...{ places: { unitId }, body },
  first: [registered(unitId), ...first],
});

const head = { office: 'head', personId: 'ca_nhan_mau', personName: 'Người đứng đầu (mẫu)', from: '2021-01-01' };
const effective = { effectiveOn: '2024-01-01', decree: sampleDecree };
const grounds = { reason: 'Nhập nhầm (mẫu)', documentNumber: '12/CV-MẪU' };
const right = { role: 'appraiser', ...everything, reason: 'Phân công (mẫu)' };
const granted = { ...right, until: null };
const until = '2025-12-31T00:00:00.000Z';
const [grantId, delegationId] = ['0190b7a4-0000-7000-8000-00000000000a', '0190b7a4-0000-7000-8000-00000000000b'];

/** Of each command about no unit's year, one that is accepted. */
export const preparedCommands: Readonly<Record<string, Prepared>> = {
  'post /units': { body: { ...department('so_moi'), name: 'Sở Mới (mẫu)', officialCode: 'MAU.1' } },
  'post /units/{unitId}/renaming': changing('so_doi_ten', { name: 'Sở Tên Mới (mẫu)', ...effective }),
  'post /units/{unitId}/dissolution': changing('so_giai_the', effective),
  'post /units/{unitId}/levels': changing('so_doi_cap', { type: 'district', parentId: null, ...effective }),
  'post /units/{unitId}/lineage': changing(
    'so_tach_ra',
    { kind: 'split', predecessors: [{ unitId: 'so_nguon', share: '1/3' }], ...effective },
    registered('so_nguon'),
  ),
  'post /units/{unitId}/offices': changing('so_co_truong', head),
  'post /units/{unitId}/departures': changing(
    'so_thoi_chuc',
    { office: 'head', personId: head.personId, until: '2023-12-31' },
    [administrator, '/units/so_thoi_chuc/offices', head],
  ),
  'post /units/{unitId}/tenure-corrections': changing(
    'so_nham_truong',
    {
      ...{ office: 'head', personId: head.personId, from: head.from },
      corrected: { personId: 'ca_nhan_khac', personName: 'Người khác (mẫu)', from: '2021-02-01', until: null },
      ...grounds,
    },
    [administrator, '/units/so_nham_truong/offices', head],
  ),
  'post /units/{unitId}/change-withdrawals': changing(
    'so_nham_ten',
    { kind: 'renaming', effectiveOn: effective.effectiveOn, predecessorIds: [], ...grounds },
    [administrator, '/units/so_nham_ten/renaming', { name: 'Sở Nhầm Tên (mẫu)', ...effective }],
  ),
  'post /units/{unitId}/succession-rulings': changing('so_ke_thua', {
    ...{ year: 2024, predecessorId: null, takesOver: null, reason: 'Không kế thừa kết quả năm trước (mẫu)' },
  }),
  'post /blocks': { body: { blockId: 'khoi_moi', name: 'Khối mới (mẫu)' } },
  'post /blocks/{blockId}/members': {
    ...{ places: { blockId: 'khoi_vao' }, body: { unitId: 'so_vao_khoi', from: '2024-01-01' } },
    first: [defined('khoi_vao'), registered('so_vao_khoi')],
  },
  'post /blocks/{blockId}/departures': {
    ...{ places: { blockId: 'khoi_roi' }, body: { unitId: 'so_roi_khoi', until: '2023-12-31' } },
    first: [defined('khoi_roi'), registered('so_roi_khoi'), joined('khoi_roi', 'so_roi_khoi')],
  },
  'post /blocks/{blockId}/membership-corrections': {
    places: { blockId: 'khoi_nham' },
    body: {
      ...{ unitId: 'so_nham_khoi', from: '2021-01-01' },
      corrected: { from: '2021-02-01', until: null },
      ...grounds,
    },
    first: [defined('khoi_nham'), registered('so_nham_khoi'), joined('khoi_nham', 'so_nham_khoi')],
  },
  'post /working-calendars': { body: sampleCalendar(2031) },
  'post /periods': {
    body: {
      ...{ year: 2025, submitBy: '2025-12-31T17:00:00.000Z', appraiseBy: '2026-02-27T17:00:00.000Z' },
      blocks: [{ blockId: 'khoi_nam_sau', ruleset: writeRulesetRef }],
    },
    first: [defined('khoi_nam_sau')],
  },
  'post /periods/{year}/skipped-blocks': {
    ...{ places: { year: '2024' }, body: { blockId: 'khoi_bo_qua', reason: 'Đang sắp xếp tổ chức (mẫu)' } },
    first: [defined('khoi_bo_qua')],
  },
  // Refused: it is ready as far as a token can be.
  [signOut]: { person: 'auditor', body: {} },
  'post /accounts/{accountId}/grants': { places: { accountId: 'nhan_quyen' }, body: { ...granted, fields: ['1'] } },
  'post /accounts/{accountId}/revocations': {
    ...{ places: { accountId: 'thoi_quyen' }, body: { grantId, reason: 'Chuyển công tác (mẫu)' } },
    first: [[administrator, '/accounts/thoi_quyen/grants', granted, grantId]],
  },
  'post /accounts/{accountId}/delegations': {
    ...{ person: 'appraiser', places: { accountId: 'nhan_uy_quyen' }, body: { ...right, until } },
  },
  'post /accounts/{accountId}/withdrawals': {
    ...{ person: 'appraiser', places: { accountId: 'thoi_uy_quyen' }, body: { delegationId, reason: 'Đã về (mẫu)' } },
    first: [['appraiser', '/accounts/thoi_uy_quyen/delegations', { ...right, until }, delegationId]],
  },
};
