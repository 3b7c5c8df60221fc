import type { AssessmentEvent } from '@app/assessment';
import type { Recorded } from '@app/event-store';
import type { Instant } from '@app/kernel';
import type { Row } from '@app/read-store';
import type { RulesetCatalog } from '@app/ruleset';
import { type Progress, progressAfter } from '../standing/progress';
import { type Standing, standingOf, type Wait } from '../standing/standing';

/** A wait as rows keep it: without the names of its parts, which would be most of it. */
type KeptWait = readonly [
  by: Wait['by'],
  what: Wait['what'],
  field: Wait['field'],
  leadAgency: Wait['leadAgency'],
  component: Wait['component'],
  id: Wait['id'],
  until: Wait['until'],
];

/** A standing as rows keep it, and the event from which on it held. */
interface KeptStanding extends Omit<Standing, 'waits'> {
  readonly position: string;
  readonly recordedAt: Instant;
  readonly waits: readonly KeptWait[];
}

interface StoredFile {
  readonly position: string | null;
  readonly progress: Progress | null;
  readonly standings: readonly KeptStanding[] | null;
}

/**
 * The columns of a file that one more event changes; none where it tells nothing of whose turn it is, or was told before. Standings are
 * written only when there is another: they are the greater part of the row, and most events leave them as they are.
 */
export function fileAfter(
  row: Row | undefined,
  event: Recorded<AssessmentEvent>,
  rulesets: Pick<RulesetCatalog, 'get'>,
): Row {
  const { position = null, progress: known = null, standings } = (row ?? {}) as Partial<StoredFile>;
  if (position !== null && BigInt(position) >= event.position) return {};
  const progress = progressAfter(known, event);
  if (progress === null || progress === known) return {};
  const standing = keptOf(standingOf(progress, rulesets.get(progress.ruleset)), event);
  const before = standings ?? [];
  return {
    ...{ block_id: progress.blockId, position: event.position.toString(), progress },
    ...(isAnother(standing, before.at(-1)) && { standing, standings: [...before, standing] }),
  };
}

function keptOf({ waits, ...standing }: Standing, { position, metadata }: Recorded<AssessmentEvent>): KeptStanding {
  const kept = waits.map(({ by, what, field, leadAgency, component, id, until }): KeptWait => {
    return [by, what, field, leadAgency, component, id, until];
  });
  return { ...standing, position: position.toString(), recordedAt: metadata.recordedAt, waits: kept };
}

/** Whether it says something else than the last one; names of columns come from the table in another order, so only what they hold is compared. */
function isAnother(standing: KeptStanding, last: KeptStanding | undefined): boolean {
  return last === undefined || sayingOf(standing) !== sayingOf(last);
}

function sayingOf({ state, submitBy, appraiseBy, waits }: KeptStanding): string {
  return JSON.stringify([state, submitBy, appraiseBy, waits]);
}
