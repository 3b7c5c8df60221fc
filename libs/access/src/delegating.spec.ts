import { RulesetCatalog } from '@app/ruleset';
import { decisionSpec, writeRuleset } from '@app/testing';
import {
  DelegatedFurther,
  DelegatedToOneself,
  DelegatedTooMuch,
  DelegationHasEnded,
  DelegationUnknown,
  FieldsAreUnknown,
  RoleIsHeld,
  RoleIsNotHeld,
  RolesAreSeparated,
  ScopeDoesNotFit,
  TermIsOutOfOrder,
  TooManyDelegates,
} from './access.errors';
import { delegateNamed, delegationGiven, delegationWithdrawn, roleGranted } from './access.events';
import { accountAccess, type Holding } from './account-access';
import type { Scope } from './scope';
import { giveDelegation, nameDelegate, type NewDelegation, withdrawDelegation, MOST_DELEGATES } from './delegating';

const { given } = decisionSpec(accountAccess);
const now = '2024-03-01T00:00:00.000Z';
const until = '2024-04-01T00:00:00.000Z';
const scope = { unitId: 'u1', fields: null, blockIds: null };
const everything = { ...scope, unitId: null };
const held: Holding = { id: 'g1', role: 'unit-head', scope, from: '2024-01-01T00:00:00.000Z', until: null };
const stored = {
  ...({ accountId: 'pho', fromAccount: 'truong', delegationId: 'd1', role: 'unit-head', scope, until } as const),
  reason: 'Đi công tác',
};
const input: NewDelegation = { ...stored, from: null, standing: [], delegator: { grants: [held], received: [] } };
const give =
  (change: Partial<NewDelegation> = {}, onBehalfOf: string | null = null) =>
  (state: typeof accountAccess.initial) =>
    giveDelegation(state, { ...input, ...change }, new RulesetCatalog([writeRuleset]), onBehalfOf, now);
const given_ = delegationGiven.of({ ...stored, from: now });

describe('giving a delegation', () => {
  it('lets another act for oneself until a day', () => given().when(give()).thenEvents(given_));

  it('is refused to oneself', () =>
    given()
      .when(give({ accountId: 'truong' }))
      .thenFails(DelegatedToOneself));

  it('is refused for a role that one does not hold', () =>
    given()
      .when(give({ delegator: { grants: [], received: [] } }))
      .thenFails(RoleIsNotHeld, { role: 'unit-head' }));

  it('is refused for what was itself delegated, and while acting for another', () => {
    const received = [{ ...held, id: 'd0', fromAccount: 'giam_doc' }];
    given()
      .when(give({ delegator: { grants: [], received } }))
      .thenFails(DelegatedFurther);
    given().when(give({}, 'giam_doc')).thenFails(DelegatedFurther);
  });

  it.each<[string, Partial<Holding>]>([
    ['longer than one holds the role', { until: '2024-03-31T23:59:59.999Z' }],
    ['earlier than one holds the role', { from: '2024-03-01T00:00:00.001Z' }],
    ['for another unit', { scope: { ...scope, unitId: 'u2' } }],
  ])('is refused %s', (_what, change) =>
    given()
      .when(give({ delegator: { grants: [{ ...held, ...change }], received: [] } }))
      .thenFails(DelegatedTooMuch),
  );

  it.each<[string, Partial<Scope>, boolean]>([
    ['all fields of all blocks', {}, false],
    ['a field that one does not appraise', { fields: ['2'], blockIds: ['khoi'] }, false],
    ['another block', { fields: ['1'], blockIds: ['khac'] }, false],
    ['a part of it', { fields: ['1'], blockIds: ['khoi'] }, true],
  ])('of fields 1 and 3 in one block: %s', (_what, change, fits) => {
    const own: Holding = {
      ...held,
      role: 'appraiser',
      scope: { ...everything, fields: ['1', '3'], blockIds: ['khoi'] },
    };
    const asked = { role: 'appraiser', scope: { ...everything, ...change } } as const;
    const outcome = given().when(give({ ...asked, delegator: { grants: [own], received: [] } }));
    if (fits) outcome.thenEvents(delegationGiven.of({ ...stored, ...asked, from: now }));
    else outcome.thenFails(DelegatedTooMuch);
  });

  it('is refused of a field that no rules of the time have, also to who appraises all', () => {
    const own: Holding = { ...held, role: 'appraiser', scope: everything };
    given()
      .when(
        give({
          role: 'appraiser',
          scope: { ...everything, fields: ['1', '9'] },
          delegator: { grants: [own], received: [] },
        }),
      )
      .thenFails(FieldsAreUnknown, { fields: [{ field: '9' }] });
  });

  it('is refused to who holds a role that is separated from it, granted, of the accounts file, or delegated by others', () => {
    const officer = { role: 'unit-officer', scope } as const;
    const grant = { accountId: 'pho', grantId: 'g2', from: now, until: null, reason: 'x', legalDocument: null };
    given(roleGranted.of({ ...grant, ...officer }))
      .when(give())
      .thenFails(RolesAreSeparated, { held: 'unit-officer' });
    given()
      .when(give({ standing: [{ ...held, id: 'file.unit-officer', ...officer }] }))
      .thenFails(RolesAreSeparated);
    given(delegationGiven.of({ ...stored, ...officer, delegationId: 'd0', fromAccount: 'an', from: now }))
      .when(give())
      .thenFails(RolesAreSeparated);
  });

  it('is refused while the same is delegated by the same person', () => {
    given(given_)
      .when(give({ delegationId: 'd2' }))
      .thenFails(RoleIsHeld, { grantId: 'd1' });
    given(given_)
      .when(give({ delegationId: 'd2', fromAccount: 'khac' }))
      .thenEvents(delegationGiven.of({ ...stored, delegationId: 'd2', fromAccount: 'khac', from: now }));
  });

  it('is refused backwards, and with a scope that the role cannot have', () => {
    given()
      .when(give({ from: '2024-02-01T00:00:00.000Z' }))
      .thenFails(TermIsOutOfOrder);
    given()
      .when(give({ scope: everything }))
      .thenFails(ScopeDoesNotFit);
  });
});

describe('naming a delegate in the own stream', () => {
  const named = { accountId: 'truong', delegate: 'pho' };

  it('is done once for each', () => {
    given()
      .when((state) => nameDelegate(state, named))
      .thenEvents(delegateNamed.of(named));
    given(delegateNamed.of(named))
      .when((state) => nameDelegate(state, named))
      .thenEvents();
    given(delegateNamed.of(named))
      .when((state) => nameDelegate(state, { ...named, delegate: 'pho_2' }))
      .thenEvents(delegateNamed.of({ ...named, delegate: 'pho_2' }));
  });

  it('is refused for one more than can be kept in view, and never for who is named', () => {
    const all = Array.from({ length: MOST_DELEGATES }, (_, place) =>
      delegateNamed.of({ ...named, delegate: `pho_${place}` }),
    );
    given(...all)
      .when((state) => nameDelegate(state, named))
      .thenFails(TooManyDelegates, { most: MOST_DELEGATES });
    given(...all)
      .when((state) => nameDelegate(state, { ...named, delegate: 'pho_7' }))
      .thenEvents();
  });
});

describe('withdrawing a delegation', () => {
  const withdrawal = { accountId: 'pho', delegationId: 'd1', fromAccount: 'truong', reason: 'Đã về' };
  const at = '2024-03-15T00:00:00.000Z';
  const withdrawn = delegationWithdrawn.of({ accountId: 'pho', delegationId: 'd1', at, reason: 'Đã về' });

  it('ends it at that moment', () =>
    given(given_)
      .when((state) => withdrawDelegation(state, withdrawal, at))
      .thenEvents(withdrawn));

  it('is for its giver only; nobody else learns that there is one', () => {
    for (const history of [[], [given_]])
      given(...history)
        .when((state) => withdrawDelegation(state, { ...withdrawal, fromAccount: 'khac' }, at))
        .thenFails(DelegationUnknown, { delegationId: 'd1' });
  });

  it('is refused when it has ended', () => {
    given(given_, withdrawn)
      .when((state) => withdrawDelegation(state, withdrawal, '2024-03-16T00:00:00.000Z'))
      .thenFails(DelegationHasEnded, { at });
    given(given_)
      .when((state) => withdrawDelegation(state, withdrawal, until))
      .thenFails(DelegationHasEnded, { at: until });
  });
});
