import { DigestIsInvalid, fold, IdentifierIsInvalid } from '@app/kernel';
import { decisionSpec } from '@app/testing';
import { isSignedOut, providerLogouts, providerLogoutStream, signOutAtProvider } from './provider-logout';
import { signedOutAtProvider } from './provider-logout.events';

const { given } = decisionSpec(providerLogouts);
const at = '2025-02-01T02:00:00.000Z';
const [earlier, later] = ['2025-02-01T01:59:59.999Z', '2025-02-01T02:00:00.001Z'];
const person = { issuer: 'tphcm', whoSha256: 'a'.repeat(64), sessionSha256: null };
const session = { ...person, sessionSha256: 'b'.repeat(64) };
const stateAfter = (logout: typeof session | typeof person) =>
  fold(providerLogouts, [signedOutAtProvider.of({ ...logout, at })]);

it('ends every session that began before, and none that begins afterwards', () => {
  given()
    .when((state) => signOutAtProvider(state, person, at))
    .thenEvents(signedOutAtProvider.of({ ...person, at }));
  const state = stateAfter(person);
  expect(isSignedOut(state, { sessionSha256: null, beganAt: earlier })).toBe(true);
  expect(isSignedOut(state, { sessionSha256: session.sessionSha256, beganAt: at })).toBe(true);
  expect(isSignedOut(state, { sessionSha256: session.sessionSha256, beganAt: later })).toBe(false);
});

it('ends one session at the provider, whenever ours began, and no other', () => {
  const state = stateAfter(session);
  expect(isSignedOut(state, { sessionSha256: session.sessionSha256, beganAt: later })).toBe(true);
  expect(isSignedOut(state, { sessionSha256: 'c'.repeat(64), beganAt: earlier })).toBe(false);
  expect(isSignedOut(state, { sessionSha256: null, beganAt: earlier })).toBe(false);
});

it('ends one session once, and a person’s again: they may have come back', () => {
  given(signedOutAtProvider.of({ ...session, at }))
    .when((state) => signOutAtProvider(state, session, later))
    .thenEvents();
  given(signedOutAtProvider.of({ ...person, at }))
    .when((state) => signOutAtProvider(state, person, later))
    .thenEvents(signedOutAtProvider.of({ ...person, at: later }));
});

it('has one stream per person of a provider', () => {
  expect(providerLogoutStream('tphcm', 'a'.repeat(64))).toBe(`provider_logout-tphcm.${'a'.repeat(64)}`);
  expect(() => providerLogoutStream('TP-HCM', 'a'.repeat(64))).toThrow(IdentifierIsInvalid);
  expect(() => providerLogoutStream('tphcm', 'an')).toThrow(DigestIsInvalid);
});
