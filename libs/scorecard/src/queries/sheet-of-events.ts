import type { Recorded, RecordedEvent } from '@app/event-store';
import type { PublicationEvent } from '@app/publication';
import type { RulesetCatalog } from '@app/ruleset';
import type { ScoreEvent } from '@app/scoring';
import { type Words, wordsOf } from '../projections/words';
import { UnitScoreNotFound } from '../scorecard.errors';
import { resultsOfUnit } from './results-of-unit';
import { scoredNow, type StoredFile, type StoredStatement } from './scored-now';
import type { UnitScore, UnitScoreHalt } from './unit-score';

/** A unit's year as the log held it at a moment. */
export interface UnitYearEvents {
  readonly unitId: string;
  readonly unitName: string | null;
  readonly year: number;
  /** Of its three streams, in the order of the log. */
  readonly events: readonly Recorded<ScoreEvent>[];
  /** Of its block's year. */
  readonly results: readonly Recorded<PublicationEvent>[];
  /** What comes after `events` and could not be read; null: nothing. */
  readonly unreadable: RecordedEvent | null;
  readonly asOf: string;
}

/**
 * The very sheet that the read model shows when it has read these events and no others: made of the same words, scored and written in the
 * same way. Throws UnitScoreNotFound before the file was opened.
 */
export function sheetOfEvents(known: UnitYearEvents, rulesets: Pick<RulesetCatalog, 'get'>): UnitScore {
  const { unitId, unitName, year, results, asOf } = known;
  const { file, statements, haltedBy } = lastWords(known, rulesets);
  const { phase, block_id: blockId, ruleset } = file;
  if (ruleset === undefined || blockId == null) throw new UnitScoreNotFound(unitId, year);
  const about = { unitId, unitName, year, blockId, phase: phase as StoredFile['phase'], ruleset, asOf };
  const halt = { halted: haltedBy !== null, haltedBy };
  return scoredNow({ ...about, ...halt, statements, ...resultsOfUnit(unitId, results) }, rulesets.get(ruleset));
}

type File = Partial<NonNullable<Words['file']>>;

/** An event that cannot be scored stops the unit-year: nothing after it counts. */
function lastWords({ events, unreadable }: UnitYearEvents, rulesets: Pick<RulesetCatalog, 'get'>) {
  let file: File = {};
  const statements = new Map<string, StoredStatement>();
  const unscorable = events.find((event) => {
    const words = readable(event, rulesets);
    file = { ...file, ...words?.file };
    for (const { matter, said } of words?.statements ?? []) statements.set(matter, stored(matter, said, event));
    return words === undefined;
  });
  const stopped = unscorable ?? unreadable;
  return { file, statements: [...statements.values()], haltedBy: stopped && haltAt(stopped) };
}

function haltAt({
  id,
  type,
  stream,
  position,
}: Pick<RecordedEvent, 'id' | 'type' | 'stream' | 'position'>): UnitScoreHalt {
  return { eventId: id, type, stream, position: position.toString() };
}

function readable(event: Recorded<ScoreEvent>, rulesets: Pick<RulesetCatalog, 'get'>): Words | undefined {
  try {
    return wordsOf(event, rulesets);
  } catch {
    return undefined;
  }
}

function stored(matter: string, said: StoredStatement[1], event: Recorded<ScoreEvent>): StoredStatement {
  const { actor, onBehalfOf, role, recordedAt } = event.metadata;
  return [matter, said, event.type, actor, onBehalfOf, role, recordedAt, event.position.toString()];
}
