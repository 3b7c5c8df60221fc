import { IdentifierIsInvalid, InstantDoesNotExist, TextIsInvalid } from '@app/kernel';
import { RulesetCatalog } from '@app/ruleset';
import { component, decisionSpec, smallRuleset } from '@app/testing';
import {
  FieldsAreUnknown,
  GrantedToOneself,
  GrantHasEnded,
  GrantUnknown,
  RoleIsHeld,
  RolesAreSeparated,
  ScopeDoesNotFit,
  TermIsOutOfOrder,
} from './access.errors';
import { delegationGiven, grantRevoked, roleGranted } from './access.events';
import { accountAccess, accountStream, type Holding } from './account-access';
import { grantRole, type NewGrant, revokeGrant } from './granting';
import { type Role, roles, separatedRoles } from './roles';
import type { Scope } from './scope';

const { given } = decisionSpec(accountAccess);
const accountId = 'lan';
const now = '2024-03-01T00:00:00.000Z';
const later = '2024-06-01T00:00:00.000Z';
const everything = { unitId: null, fields: null, blockIds: null };
const stored = {
  ...({ accountId, grantId: 'g1', role: 'appraiser', scope: everything, until: null } as const),
  ...{ reason: 'Phân công thẩm định', legalDocument: '12/QĐ-SNV' },
};
const input: NewGrant = { ...stored, from: null, standing: [] };
const granted = roleGranted.of({ ...stored, from: now });
const ofField = (version: number, effectiveFrom: string, code: string) => {
  const criteria = [{ code: 'C1', name: 'Tiêu chí', components: [component('1')] }];
  return smallRuleset([], { version, effectiveFrom, fields: [{ code, name: 'Lĩnh vực', criteria }] });
};
/** Rules whose one field was `0` until 2022, is `1` from then on, and will be `2` from May 2024. */
const rulesets = new RulesetCatalog([
  ofField(1, '2012-01-01', '0'),
  ofField(2, '2022-01-01', '1'),
  ofField(3, '2024-05-01', '2'),
]);
const grant = (change: Partial<NewGrant>, by = ['giam_doc'], at = now) =>
  [(state: typeof accountAccess.initial) => grantRole(state, { ...input, ...change }, rulesets, by, at)] as const;
const standing = (role: Role): Holding => ({ id: `file.${role}`, role, scope: everything, from: '', until: null });

describe('granting a role', () => {
  it('gives it from now on, until it is revoked', () => given().when(grant({})[0]).thenEvents(granted));

  it('gives it for a time to come', () => {
    const term = { from: later, until: '2024-07-01T00:00:00.000Z' };
    given()
      .when(grant(term)[0])
      .thenEvents(roleGranted.of({ ...stored, ...term }));
  });

  it('is refused to oneself, and to whom one acts for', () => {
    given()
      .when(grant({}, ['lan'])[0])
      .thenFails(GrantedToOneself, { accountId });
    given()
      .when(grant({}, ['hoa', 'lan'])[0])
      .thenFails(GrantedToOneself);
  });

  it.each(separatedRoles)('is refused when %s and %s meet in one person', (one, other) => {
    const scopeOf = (role: Role) => (role.startsWith('unit-') ? { ...everything, unitId: 'u1' } : everything);
    const first = roleGranted.of({ ...stored, role: one, scope: scopeOf(one), from: now });
    const second = { grantId: 'g2', role: other, scope: scopeOf(other) };
    given(first).when(grant(second)[0]).thenFails(RolesAreSeparated, { role: other, held: one });
    given()
      .when(grant({ ...second, standing: [standing(one)] })[0])
      .thenFails(RolesAreSeparated);
    const delegation = { accountId, delegationId: 'd1', fromAccount: 'hoa', scope: scopeOf(one), reason: 'Nghỉ phép' };
    given(delegationGiven.of({ ...delegation, role: one, from: now, until: later }))
      .when(grant(second)[0])
      .thenFails(RolesAreSeparated);
  });

  it('lets nobody who runs the system hold anything else', () => {
    const partners = separatedRoles.filter((pair) => pair.includes('it-admin')).flat();
    expect(new Set(partners)).toEqual(new Set(roles));
  });

  it.each<Role>(['unit-officer', 'unit-head'])(
    'lets no %s decide the cases of units or count their surveys',
    (role) => {
      const partners = separatedRoles.filter((pair) => pair.includes(role)).flat();
      expect(partners).toEqual(expect.arrayContaining(['case-handler', 'survey-organiser']));
    },
  );

  it('lets separated roles follow one another', () => {
    const until = later;
    const publisher = { grantId: 'g2', role: 'administrator-of-units', from: later } as const;
    given(roleGranted.of({ ...stored, from: now, until }))
      .when(grant(publisher)[0])
      .thenEvents(roleGranted.of({ ...stored, ...publisher }));
    given(roleGranted.of({ ...stored, from: now, until }))
      .when(grant({ ...publisher, from: '2024-05-31T23:59:59.999Z' })[0])
      .thenFails(RolesAreSeparated);
  });

  it('is refused while the same is held, but not when the scope is another or the first was revoked', () => {
    given(granted)
      .when(grant({ grantId: 'g2' })[0])
      .thenFails(RoleIsHeld, { grantId: 'g1' });
    const field = { grantId: 'g2', scope: { ...everything, fields: ['1'] } };
    given(granted)
      .when(grant(field)[0])
      .thenEvents(roleGranted.of({ ...stored, ...field, from: now }));
    given(granted, grantRevoked.of({ accountId, grantId: 'g1', at: now, reason: 'Chuyển công tác' }))
      .when(grant({ grantId: 'g2' })[0])
      .thenEvents(roleGranted.of({ ...stored, grantId: 'g2', from: now }));
  });

  it('never works backwards, and ends after it began', () => {
    given()
      .when(grant({ from: '2024-02-29T23:59:59.999Z' })[0])
      .thenFails(TermIsOutOfOrder);
    given()
      .when(grant({ until: now })[0])
      .thenFails(TermIsOutOfOrder, { from: now, until: now });
    given()
      .when(grant({ from: later, until: later })[0])
      .thenFails(TermIsOutOfOrder);
    given()
      .when(grant({ until: '2024-06-01' })[0])
      .thenFails(InstantDoesNotExist);
  });

  it.each<[string, Role, Partial<Scope>]>([
    ['a unit role without a unit', 'unit-head', {}],
    ['a unit role over blocks', 'unit-officer', { unitId: 'u1', blockIds: ['khoi'] }],
    ['fields of a role that appraises nothing', 'auditor', { fields: ['1'] }],
    ['no field at all', 'appraiser', { fields: [] }],
    ['one block twice', 'appraiser', { blockIds: ['khoi', 'khoi'] }],
  ])('is refused with %s', (_what, role, change) =>
    given()
      .when(grant({ role, scope: { ...everything, ...change } })[0])
      .thenFails(ScopeDoesNotFit),
  );

  it.each([
    ['of the rules in force', ['1'], null, []],
    ['of rules that come later', ['1', '2'], null, []],
    ['of rules that come into force on its last day', ['2'], '2024-05-01T10:00:00.000Z', []],
    ['of rules that come only after it', ['1', '2'], '2024-04-30T16:59:59.999Z', ['2']],
    ['of rules that were followed by others before', ['0', '1'], null, ['0']],
    ['of no rules', ['1', '9', '8'], null, ['9', '8']],
  ])('of fields is one of fields %s', (_, fields, until, unknown) => {
    const scope = { ...everything, fields };
    const outcome = given().when(grant({ scope, until })[0]);
    if (unknown.length === 0) outcome.thenEvents(roleGranted.of({ ...stored, scope, from: now, until }));
    else outcome.thenFails(FieldsAreUnknown, { fields: unknown.map((field) => ({ field })) });
  });

  it('of a field of the year before is for whoever appraises that year', () => {
    const scope = { ...everything, fields: ['0'] };
    given()
      .when(grant({ scope }, undefined, '2022-03-01T00:00:00.000Z')[0])
      .thenEvents(roleGranted.of({ ...stored, scope, from: '2022-03-01T00:00:00.000Z' }));
    given()
      .when(grant({ scope }, undefined, '2023-03-01T00:00:00.000Z')[0])
      .thenFails(FieldsAreUnknown);
  });

  it('is refused to what is no account, to what is no unit, and without a reason', () => {
    given()
      .when(grant({ accountId: 'ông An' })[0])
      .thenFails(IdentifierIsInvalid);
    given()
      .when(grant({ scope: { ...everything, unitId: 'U-1' } })[0])
      .thenFails(IdentifierIsInvalid);
    given()
      .when(grant({ reason: ' ' })[0])
      .thenFails(TextIsInvalid);
  });
});

describe('revoking a grant', () => {
  const revocation = { accountId, grantId: 'g1', reason: 'Chuyển công tác', standing: [] };
  const revoked = grantRevoked.of({ accountId, grantId: 'g1', at: later, reason: 'Chuyển công tác' });

  it('ends it at that moment', () =>
    given(granted)
      .when((state) => revokeGrant(state, revocation, later))
      .thenEvents(revoked));

  it('ends also what the accounts file gives', () => {
    const ofFile = { ...revocation, grantId: 'file.auditor', standing: [standing('auditor')] };
    given()
      .when((state) => revokeGrant(state, ofFile, later))
      .thenEvents(grantRevoked.of({ accountId, grantId: 'file.auditor', at: later, reason: 'Chuyển công tác' }));
  });

  it('is refused for what nobody granted, and for what has ended', () => {
    given()
      .when((state) => revokeGrant(state, revocation, later))
      .thenFails(GrantUnknown, { grantId: 'g1' });
    given(granted, revoked)
      .when((state) => revokeGrant(state, revocation, '2024-06-02T00:00:00.000Z'))
      .thenFails(GrantHasEnded, { at: later });
    given(roleGranted.of({ ...stored, from: now, until: later }))
      .when((state) => revokeGrant(state, revocation, later))
      .thenFails(GrantHasEnded);
  });
});

describe('the stream of an account', () => {
  it('has one "-", and is nobody else\'s', () => {
    expect(accountStream('demo-unit-officer')).toBe('account-demo.2dunit.2dofficer');
    expect(accountStream('An.2d@x.vn')).toBe('account-An.2e2d.40x.2evn');
    const confusable = ['a-b', 'a.2db', 'a.b', 'a_b', 'A-b', 'a@b'];
    expect(new Set(confusable.map(accountStream)).size).toBe(confusable.length);
    expect(accountStream('a' + '-'.repeat(63)).length).toBeLessThan(250);
  });

  it.each(['', '-a', 'á', 'a b', 'a/b', 'a'.repeat(65)])('is refused for %j', (id) => {
    expect(() => accountStream(id)).toThrow(IdentifierIsInvalid);
  });
});
