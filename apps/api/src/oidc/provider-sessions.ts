import { createHash } from 'node:crypto';
import {
  isSignedOut,
  type ProviderLogoutEvent,
  type ProviderLogouts,
  providerLogouts,
  providerLogoutStream,
  SignOutAtProvider,
} from '@app/access';
import { EventRegistry, EventStore } from '@app/event-store';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { v5 as nameBased } from 'uuid';
import { RememberedStreams } from '../auth/remembered-streams';
import type { Logout } from './identity-provider';
import type { Session } from './sessions';

/** Whom a provider means: its subject, or one of its sessions. */
type Named = 'sub' | 'sid';

/** What identity providers say about the end of sessions, by their back channel: kept in the log, asked for every session. */
@Injectable()
export class ProviderSessions {
  private readonly streams: RememberedStreams<ProviderLogouts, ProviderLogoutEvent>;

  constructor(
    store: EventStore,
    registry: EventRegistry,
    private readonly commands: CommandBus,
  ) {
    this.streams = new RememberedStreams(store, registry, providerLogouts);
  }

  /** Ends what the provider names. The same token again adds nothing. */
  async end(issuer: string, { tokenId, subject, session }: Logout, correlationId: string): Promise<void> {
    const whoSha256 = subject === null ? digestOf('sid', session ?? '') : digestOf('sub', subject);
    const sessionSha256 = session === null ? null : digestOf('sid', session);
    const commandId = nameBased(`back-channel-logout/${issuer}/${tokenId}`, nameBased.URL);
    const who = { actor: issuer, onBehalfOf: null, role: 'identity-provider' };
    const context = { commandId, correlationId, causationId: commandId, ...who };
    await this.commands.execute(new SignOutAtProvider({ issuer, whoSha256, sessionSha256 }, context));
    this.streams.forget(providerLogoutStream(issuer, whoSha256));
  }

  /** Whether the provider ended the session: known at most two seconds later in every process. Throws StoreUnavailable as AccountRights does. */
  async hasEnded({ issuer, subject, providerSession, beganAt }: Session): Promise<boolean> {
    const sessionSha256 = providerSession === '' ? null : digestOf('sid', providerSession);
    const digests = [digestOf('sub', subject), ...(sessionSha256 === null ? [] : [sessionSha256])];
    const known = digests.map((digest) => this.streams.of(providerLogoutStream(issuer, digest)));
    return (await Promise.all(known)).some((logouts) => isSignedOut(logouts, { sessionSha256, beganAt }));
  }
}

function digestOf(named: Named, value: string): string {
  return createHash('sha256').update(`${named}:${value}`).digest('hex');
}
