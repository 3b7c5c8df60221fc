import type { Recorded } from '@app/event-store';
import type { LocalDate } from '@app/kernel';
import type { PeriodEvent } from '@app/period';
import type { PublicationEvent } from '@app/publication';
import type { RulesetCatalog } from '@app/ruleset';
import { evolveFacts, initialFacts, isThereAtYearEnd, type ScoreEvent } from '@app/scoring';
import type { Placed, StandingRow } from '../projections/block-year';
import { editionResults, filesResults, type LaidDown, NOTHING_LAID_DOWN } from '../projections/block-year-results';
import { comparedWith, type Rank } from '../projections/compared';
import { type Descent, lastYearOf } from '../projections/descent';
import type { EditionRow } from '../projections/edition';
import { editionOf } from '../projections/published';
import { standingRow } from '../projections/standings';
import { NoResultsThen } from '../ranking.errors';
import type { Ranking } from './get-ranking.query';
import { inOrder, placeThen } from './place-then';

/** A block's year as the log held it at a moment. */
export interface BlockYearEvents {
  readonly year: number;
  readonly blockId: string;
  readonly blockName: string;
  readonly period: readonly Recorded<PeriodEvent>[];
  readonly results: readonly Recorded<PublicationEvent>[];
  readonly members: readonly string[];
  readonly files: readonly {
    readonly unitId: string;
    readonly unitName: string | null;
    /** The first day without the unit; null: it goes on. */
    readonly endedOn: LocalDate | null;
    readonly events: readonly Recorded<ScoreEvent>[];
    readonly halted: boolean;
  }[];
}

type Rulesets = Pick<RulesetCatalog, 'get'>;

/**
 * The very ranking that the read model shows when it has read these events and no others, also while the year is open. `before`: the year
 * before, which it is compared with, along the `descent` known then. Throws NoResultsThen when nothing was laid down for the block in the year.
 */
export function rankingOfEvents(
  known: BlockYearEvents,
  before: BlockYearEvents,
  descent: Descent,
  asOf: string,
  rulesets: Rulesets,
): Ranking {
  const { year, blockId, blockName, files } = known;
  const found = resultsIn(known, rulesets);
  if (found === null) throw new NoResultsThen(year, blockId, asOf);
  const { head, eventId, since, results, stopped } = found;
  const names = new Map(files.map(({ unitId, unitName }) => [unitId, unitName]));
  const named = ({ unit_id, unit_name, ...rest }: Placed) => ({
    ...{ unit_id, unit_name: unit_name ?? names.get(unit_id) ?? null },
    ...rest,
  });
  const lastYear = (unitId: string) => lastYearOf(unitId, year, descent);
  const units = comparedWith(ranksIn(before, rulesets), results.map(named), head.n, lastYear)
    .sort(inOrder)
    .map(placeThen);
  return {
    ...{ year, blockId, blockName: head.block_name ?? (blockName || blockId), state: head.state, n: head.n },
    ...{ scheme: head.scheme, ruleset: head.ruleset, decision: head.decision, publishedAt: head.published_at },
    ...{ source: head.source, reason: head.reason, objectUntil: head.object_until, correction: head.correction },
    ...{ since, eventId },
    ranked: units.filter(({ rank }) => rank !== null),
    unranked: units.filter(({ rank }) => rank === null),
    halted: [...stopped].sort(),
    asOf,
  };
}

function ranksIn(known: BlockYearEvents, rulesets: Rulesets): ReadonlyMap<string, Rank> {
  const found = resultsIn(known, rulesets);
  return new Map(found?.results.map(({ unit_id, rank }) => [unit_id, { rank, n: found.head.n }]));
}

/** What counts of the block's year; null where nothing was laid down. `stopped`: the unit-years that a faulty event stopped. */
function resultsIn({ year, blockId, period, results, members, files }: BlockYearEvents, rulesets: Rulesets) {
  const scored = files.map((file) => scoredFile(file, year, rulesets));
  const stopped = scored.filter(({ halted }) => halted).map(({ unitId }) => `${year}.${unitId}`);
  const counting = countingIn(results);
  if (counting) return { ...editionResults(counting), stopped };
  const standings = scored.flatMap(({ standing }) => (standing?.block_id === blockId ? [standing] : []));
  const laidDown = laidDownFor(blockId, period);
  if (laidDown === null && standings.length === 0) return null;
  const gone = files.filter(({ endedOn }) => !isThereAtYearEnd(endedOn, year));
  const belonging = { members, ended: new Set(gone.map(({ unitId }) => unitId)) };
  return { ...filesResults(laidDown ?? NOTHING_LAID_DOWN, standings, belonging, rulesets), stopped };
}

function laidDownFor(blockId: string, period: BlockYearEvents['period']): LaidDown | null {
  const bound = period.flatMap((event) => (event.type === 'PeriodOpened' ? event.data.blocks : []));
  const skips = period.flatMap((event) => (event.type === 'BlockSkipped' ? [event.data] : []));
  const ruleset = bound.find((block) => block.blockId === blockId)?.ruleset ?? null;
  const skipped = skips.findLast((skip) => skip.blockId === blockId)?.reason ?? null;
  return ruleset === null && skipped === null ? null : { ruleset, skipped };
}

/** Official results stand above imported ones, and these above provisional ones; of a kind the last. */
function countingIn(results: BlockYearEvents['results']): EditionRow | undefined {
  const editions = results.map((event) => ({ event, ...editionOf(event) }));
  const counting = (['official', 'imported', 'provisional'] as const)
    .map((state) => editions.findLast(({ head }) => head.state === state))
    .find((edition) => edition !== undefined);
  if (counting === undefined) return undefined;
  const { id: event_id, position, metadata, data } = counting.event;
  const at = { position: position.toString(), recorded_at: metadata.recordedAt, event_id };
  return { year: data.year, id: data.blockId, ...at, head: counting.head, results: counting.results };
}

interface ScoredFile {
  readonly unitId: string;
  readonly standing: StandingRow | null;
  readonly halted: boolean;
}

/** A file with an event that cannot be scored stands as it did before that event. */
function scoredFile(
  { unitId, events, halted }: BlockYearEvents['files'][number],
  year: number,
  rulesets: Rulesets,
): ScoredFile {
  const standingAfter = (count: number) =>
    standingRow(events.slice(0, count).reduce(evolveFacts, initialFacts(unitId, year)), rulesets);
  for (let count = events.length; count > 0; count -= 1) {
    try {
      return { unitId, standing: standingAfter(count), halted: halted || count < events.length };
    } catch {
      continue;
    }
  }
  return { unitId, standing: null, halted: halted || events.length > 0 };
}
