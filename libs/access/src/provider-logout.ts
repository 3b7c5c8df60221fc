import { type Aggregate, assertNever, checkedKey, checkedSha256, type DataOf, type Instant } from '@app/kernel';
import { type ProviderLogoutEvent, signedOutAtProvider } from './provider-logout.events';

type Logout = Pick<DataOf<typeof signedOutAtProvider>, 'sessionSha256' | 'at'>;

/** What an identity provider said about the end of one person's sessions. */
export interface ProviderLogouts {
  readonly logouts: readonly Logout[];
}

export const providerLogouts: Aggregate<ProviderLogouts, ProviderLogoutEvent> = {
  initial: { logouts: [] },
  evolve(state, { type, data: { sessionSha256, at } }) {
    switch (type) {
      case 'SignedOutAtProvider':
        return { logouts: [...state.logouts, { sessionSha256, at }] };
      default:
        return assertNever(type);
    }
  },
};

/** A session of ours, as far as a provider's word can end it. */
export interface SessionOfProvider {
  /** SHA-256 of the session at the provider that it rests on; null: the provider named none. */
  readonly sessionSha256: string | null;
  readonly beganAt: Instant;
}

/** `provider_logout-<issuer>.<digest>`. Throws IdentifierIsInvalid, DigestIsInvalid. */
export function providerLogoutStream(issuer: string, whoSha256: string): string {
  return `provider_logout-${checkedKey('Nơi cấp danh tính', issuer)}.${checkedSha256('Mã băm', whoSha256)}`;
}

/** Ends one session at the provider, or all that began before now. One that has ended is not ended again. */
export function signOutAtProvider(
  state: ProviderLogouts,
  logout: Omit<DataOf<typeof signedOutAtProvider>, 'at'>,
  at: Instant,
): ProviderLogoutEvent[] {
  const { issuer, whoSha256, sessionSha256 } = logout;
  const hasEnded = state.logouts.some((known) => sessionSha256 !== null && known.sessionSha256 === sessionSha256);
  return hasEnded ? [] : [signedOutAtProvider.of({ issuer, whoSha256, sessionSha256, at })];
}

/** Whether the provider's word ended the session. */
export function isSignedOut({ logouts }: ProviderLogouts, { sessionSha256, beganAt }: SessionOfProvider): boolean {
  return logouts.some((logout) =>
    logout.sessionSha256 === null ? beganAt <= logout.at : logout.sessionSha256 === sessionSha256,
  );
}
