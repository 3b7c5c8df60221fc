import type { AssessmentEvent } from '@app/assessment';
import type { Recorded } from '@app/event-store';
import type { Instant } from '@app/kernel';
import type { Row } from '@app/read-store';
import type { RulesetCatalog } from '@app/ruleset';
import { type Progress, progressAfter } from '../standing/progress';
import { type Standing, standingOf, type Turn } from '../standing/standing';

/** A turn as rows keep it: without the names of its parts, which would be most of it. */
type KeptTurn = readonly [
  by: Turn['by'],
  what: Turn['what'],
  field: Turn['field'],
  leadAgency: Turn['leadAgency'],
  component: Turn['component'],
  id: Turn['id'],
  until: Turn['until'],
  from: Turn['from'],
];

/** A standing as rows keep it, the event from which on it held, and that by which the file came into its state. */
interface KeptStanding extends Omit<Standing, 'turns'> {
  readonly position: string;
  readonly recordedAt: Instant;
  readonly since: { readonly position: string; readonly at: Instant };
  readonly turns: readonly KeptTurn[];
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
  const before = standings ?? [];
  const standing = keptOf(standingOf(progress, rulesets.get(progress.ruleset)), event, before.at(-1));
  return {
    ...{ block_id: progress.blockId, position: event.position.toString(), progress },
    ...(isAnother(standing, before.at(-1)) && { standing, standings: [...before, standing] }),
  };
}

function keptOf(
  { turns, ...standing }: Standing,
  { position, metadata }: Recorded<AssessmentEvent>,
  last: KeptStanding | undefined,
): KeptStanding {
  const kept = turns.map(({ by, what, field, leadAgency, component, id, until, from }): KeptTurn => {
    return [by, what, field, leadAgency, component, id, until, from];
  });
  const [there, at] = [position.toString(), metadata.recordedAt];
  const since = last?.state === standing.state ? last.since : { position: there, at };
  return { ...standing, position: there, recordedAt: at, since, turns: kept };
}

/** Whether it says something else than the last one; names of columns come from the table in another order, so only what they hold is compared. */
function isAnother(standing: KeptStanding, last: KeptStanding | undefined): boolean {
  return last === undefined || sayingOf(standing) !== sayingOf(last);
}

function sayingOf({ state, submitBy, appraiseBy, turns }: KeptStanding): string {
  return JSON.stringify([state, submitBy, appraiseBy, turns]);
}
