import { fold } from '@app/kernel';
import { type AccessEvent, delegationGiven, delegationWithdrawn, grantRevoked, roleGranted } from './access.events';
import { accountAccess, type Holding } from './account-access';
import { delegatedRights, isKnown, type KnownAccount, ownRights, unitsOf } from './rights';

const [january, march, may, june] = ['01', '03', '05', '06'].map((month) => `2024-${month}-01T00:00:00.000Z`) as [
  string,
  string,
  string,
  string,
];
const scope = { unitId: 'u1', fields: null, blockIds: null };
const grant = roleGranted.of({
  ...{ accountId: 'truong', grantId: 'g1', role: 'unit-head', scope, from: march, until: june },
  ...{ reason: 'Bổ nhiệm', legalDocument: null },
});
const delegation = delegationGiven.of({
  ...{ accountId: 'pho', fromAccount: 'truong', delegationId: 'd1', role: 'unit-head', scope },
  ...{ from: march, until: may, reason: 'Đi công tác' },
});
const known = (history: readonly AccessEvent[], standing: readonly Holding[] = []): KnownAccount => ({
  access: fold(accountAccess, history),
  standing,
});
const revoked = grantRevoked.of({ accountId: 'truong', grantId: 'g1', at: may, reason: 'Chuyển công tác' });
const idsOf = (holdings: readonly Holding[]) => holdings.map(({ id }) => id);

describe('own rights', () => {
  it.each([
    ['before it begins', '2024-02-29T23:59:59.999Z', []],
    ['from its first instant', march, ['g1']],
    ['up to its last', '2024-05-31T23:59:59.999Z', ['g1']],
    ['at its end', june, []],
  ])('are those of the moment: %s', (_when, at, ids) => expect(idsOf(ownRights(known([grant]), at))).toEqual(ids));

  it('end when the grant is revoked, also one of the accounts file', () => {
    expect(ownRights(known([grant, revoked]), may)).toEqual([]);
    const ofFile: Holding = { id: 'file.auditor', role: 'auditor', scope, from: january, until: null };
    expect(idsOf(ownRights(known([], [ofFile]), june))).toEqual(['file.auditor']);
    const ended = grantRevoked.of({ accountId: 'truong', grantId: 'file.auditor', at: may, reason: 'Thôi' });
    expect(ownRights(known([ended], [ofFile]), may)).toEqual([]);
  });

  it('never begin when the grant is revoked before it does', () => {
    const early = grantRevoked.of({ accountId: 'truong', grantId: 'g1', at: january, reason: 'Nhầm' });
    expect(ownRights(known([grant, early]), may)).toEqual([]);
  });
});

describe('rights by delegation', () => {
  const rights = (history: readonly AccessEvent[], giver: readonly AccessEvent[], at: string) =>
    idsOf(delegatedRights(known(history), 'truong', known(giver), at));

  it('are there as long as it lasts', () => {
    expect(rights([delegation], [grant], march)).toEqual(['d1']);
    expect(rights([delegation], [grant], may)).toEqual([]);
    expect(rights([], [grant], march)).toEqual([]);
  });

  it('are gone with the right that was delegated', () => {
    const soon = { ...revoked, data: { ...revoked.data, at: march } };
    expect(rights([delegation], [grant, soon], march)).toEqual([]);
  });

  it('are gone when it is withdrawn', () => {
    const withdrawn = delegationWithdrawn.of({ accountId: 'pho', delegationId: 'd1', at: march, reason: 'Đã về' });
    expect(rights([delegation, withdrawn], [grant], march)).toEqual([]);
  });

  it('are those of one giver only, and no own ones', () => {
    expect(delegatedRights(known([delegation]), 'khac', known([grant]), march)).toEqual([]);
    expect(ownRights(known([delegation]), march)).toEqual([]);
  });

  it('do not come from what the giver holds by delegation', () => {
    const received = delegationGiven.of({ ...delegation.data, accountId: 'truong', fromAccount: 'giam_doc' });
    expect(rights([delegation], [received], march)).toEqual([]);
  });
});

describe('the units of a person', () => {
  it('are those of every grant that has begun, also when it has ended', () => {
    expect(unitsOf(known([grant, revoked]), june)).toEqual([{ unitId: 'u1', until: may }]);
    expect(unitsOf(known([grant]), january)).toEqual([]);
  });

  it('are also those of every delegation that has begun, though the person acts by own right', () => {
    const withdrawn = delegationWithdrawn.of({
      accountId: 'pho',
      delegationId: 'd1',
      at: '2024-04-01T00:00:00.000Z',
      reason: 'Đã về',
    });
    expect(unitsOf(known([delegation]), january)).toEqual([]);
    expect(unitsOf(known([delegation]), march)).toEqual([{ unitId: 'u1', until: may }]);
    expect(unitsOf(known([delegation, withdrawn]), june)).toEqual([
      { unitId: 'u1', until: '2024-04-01T00:00:00.000Z' },
    ]);
  });
});

it('knows who was ever spoken of', () => {
  expect(isKnown(known([]))).toBe(false);
  expect([isKnown(known([grant, revoked])), isKnown(known([delegation]))]).toEqual([true, true]);
});
