import { checkedCode, checkedKey, vietnamDate } from '@app/kernel';
import type { RulesetCatalog } from '@app/ruleset';
import { FieldsAreUnknown, ScopeDoesNotFit } from './access.errors';
import { type Role, unitRoles } from './roles';
import type { Term } from './term';

/** How far a role reaches. */
export interface Scope {
  /** The unit the person works for: a unit role reaches this unit's file only; null: none of the assessed units. */
  readonly unitId: string | null;
  /** Codes of the fields (lĩnh vực) that are appraised; null: all. */
  readonly fields: readonly string[] | null;
  /** The blocks (Khối) whose units are dealt with; null: all. */
  readonly blockIds: readonly string[] | null;
}

/** The scope itself. A unit role names its unit and nothing else, only an appraiser has fields. Throws ScopeDoesNotFit. */
export function checkedScope(role: Role, { unitId, fields, blockIds }: Scope): Scope {
  if (unitId !== null) checkedKey('Mã đơn vị', unitId);
  const ofUnit = unitRoles.includes(role);
  if (ofUnit && unitId === null) throw new ScopeDoesNotFit('vai trò của đơn vị phải nêu đơn vị');
  if (ofUnit && blockIds !== null) throw new ScopeDoesNotFit('vai trò của đơn vị không giới hạn theo Khối');
  if (role !== 'appraiser' && fields !== null) throw new ScopeDoesNotFit('chỉ người thẩm định giới hạn theo lĩnh vực');
  demandList('Danh sách lĩnh vực', fields, (code) => checkedCode('Mã lĩnh vực', code));
  demandList('Danh sách Khối', blockIds, (key) => checkedKey('Mã Khối', key));
  return { unitId, fields: fields && [...fields], blockIds: blockIds && [...blockIds] };
}

function demandList(what: string, list: readonly string[] | null, check: (one: string) => string): void {
  if (list === null) return;
  if (list.length === 0) throw new ScopeDoesNotFit(`${what} rỗng; bỏ hẳn nếu không giới hạn`);
  if (new Set(list.map(check)).size < list.length) throw new ScopeDoesNotFit(`${what} có mã bị lặp`);
}

/**
 * Every field is one of a ruleset that is in force while the right is, or was in the year before: a year is appraised in the next. A slip
 * would become a right on the day some ruleset has such a field. Throws FieldsAreUnknown.
 */
export function demandKnownFields(
  { fields }: Scope,
  { from, until }: Term,
  rulesets: Pick<RulesetCatalog, 'inForceBetween'>,
): void {
  if (fields === null) return;
  const yearBefore = Number(vietnamDate(from).slice(0, 4)) - 1;
  const inForce = rulesets.inForceBetween(`${yearBefore}-01-01`, until === null ? null : vietnamDate(until));
  const known = new Set(inForce.flatMap((ruleset) => ruleset.fields.map(({ code }) => code)));
  const unknown = fields.filter((code) => !known.has(code));
  if (unknown.length > 0) throw new FieldsAreUnknown(unknown);
}

/** Whether the outer reaches everything that the inner reaches. The unit must be the same: it says for whom the person works. */
export function reaches(outer: Scope, inner: Scope): boolean {
  return (
    outer.unitId === inner.unitId && holdsAll(outer.fields, inner.fields) && holdsAll(outer.blockIds, inner.blockIds)
  );
}

/** Whether both reach the same. */
export function sameScope(one: Scope, other: Scope): boolean {
  return reaches(one, other) && reaches(other, one);
}

function holdsAll(outer: readonly string[] | null, inner: readonly string[] | null): boolean {
  return outer === null || (inner !== null && inner.every((one) => outer.includes(one)));
}
