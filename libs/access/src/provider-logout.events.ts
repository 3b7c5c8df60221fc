import { type EventOf, eventSchema, type Instant } from '@app/kernel';

/**
 * An identity provider said that somebody signed out there, or was locked (OpenID Connect Back-Channel Logout 1.0). Stream
 * `provider_logout-<issuer>.<digest>`. Whom the provider means stands there as a digest only.
 */
export const signedOutAtProvider = eventSchema('SignedOutAtProvider').startingAs<{
  /** Name of the provider, as configured. */
  issuer: string;
  /** SHA-256 of whom the provider names: of its subject, or where it names none of its session. */
  whoSha256: string;
  /** SHA-256 of the one session at the provider that ended; null: every session that began before. */
  sessionSha256: string | null;
  at: Instant;
}>();

export const providerLogoutEvents = [signedOutAtProvider] as const;
export type ProviderLogoutEvent = EventOf<(typeof providerLogoutEvents)[number]>;
