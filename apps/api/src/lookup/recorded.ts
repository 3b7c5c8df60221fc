import type { Recorded } from '@app/event-store';
import type { DomainEvent } from '@app/kernel';

/** Where a stream stands behind these events, which are all that it holds, as answers tell it. */
export interface Standing {
  /** Also as ETag; `no-stream`: there is nothing. */
  readonly revision: string;
  readonly position: string | null;
}

export function standingAfter(events: readonly Recorded<DomainEvent>[]): Standing {
  const last = events.at(-1);
  if (last === undefined) return { revision: 'no-stream', position: null };
  return { revision: last.revision.toString(), position: last.position.toString() };
}
