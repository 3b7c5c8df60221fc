import type { DataOf, Instant } from '@app/kernel';
import { type AccessEvent, sessionEnded } from './access.events';
import type { AccountAccess } from './account-access';

/** The session that somebody signs out of. */
export type SessionName = Omit<DataOf<typeof sessionEnded>, 'at'>;

/** Ends a session for ever, wherever its cookie may have been copied to. One that has ended is not ended again. */
export function endSession(state: AccountAccess, { accountId, sessionId }: SessionName, at: Instant): AccessEvent[] {
  return state.endedSessions.has(sessionId) ? [] : [sessionEnded.of({ accountId, sessionId, at })];
}
