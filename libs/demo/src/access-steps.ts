import { GiveDelegation, GrantRole, type Holding } from '@app/access';
import { endOfVietnamDay, type Instant } from '@app/kernel';
import { accounts, acting } from './acting';
import type { UnitYear } from './plan';
import type { Step } from './step';
import { isTold, storyDeputies } from './story';

/** Where a deputy submits: what the head was granted, and what the head delegates of it, each until a day. */
export function accessSteps(year: number, unitYears: readonly UnitYear[]): Step[] {
  const told = unitYears.filter((unitYear) => isTold(storyDeputies, unitYear)).map(({ unitId }) => unitId);
  return [
    { at: grantedAt(year), sequences: told.map((unitId) => [grant(year, unitId)]) },
    { at: delegatedAt(year), sequences: told.map((unitId) => [delegation(year, unitId)]) },
  ];
}

const grantedAt = (year: number): Instant => `${year}-04-02T02:00:00.000Z`;
const delegatedAt = (year: number): Instant => `${year}-12-09T02:00:00.000Z`;

/** The head of the unit, for the year and its appraisal. */
function granted(year: number, unitId: string): Holding {
  const { commandId } = acting(accounts.registrar, 'administrator-of-units', `grant/${year}/${unitId}`);
  const scope = { unitId, fields: null, blockIds: null };
  return {
    id: commandId,
    role: 'unit-head',
    scope,
    from: grantedAt(year),
    until: endOfVietnamDay(`${year + 1}-06-30`),
  };
}

function grant(year: number, unitId: string): GrantRole {
  const { role, scope, from, until } = granted(year, unitId);
  const why = { reason: 'Thủ trưởng đơn vị trong năm đánh giá (dữ liệu mẫu)', legalDocument: `MẪU-${year}/QĐ-PQ` };
  const context = acting(accounts.registrar, 'administrator-of-units', `grant/${year}/${unitId}`);
  return new GrantRole({ accountId: accounts.head(unitId), role, scope, from, until, ...why, standing: [] }, context);
}

function delegation(year: number, unitId: string): GiveDelegation {
  const head = granted(year, unitId);
  const term = { from: delegatedAt(year), until: endOfVietnamDay(`${year}-12-20`) };
  const what = { role: head.role, scope: head.scope, reason: 'Đi công tác dài ngày (dữ liệu mẫu)' };
  const delegator = { grants: [head], received: [] };
  return new GiveDelegation(
    { accountId: accounts.deputy(unitId), ...what, ...term, standing: [], delegator },
    acting(accounts.head(unitId), 'unit-head', `delegate/${year}/${unitId}`),
  );
}
