import type { Recorded } from '@app/event-store';
import type { PublicationEvent } from '@app/publication';
import { assertNever } from '@app/kernel';
import type { RulesetRef } from '@app/ruleset';
import type { Placed } from './block-year';

/**
 * Official: published here, or corrected since. Provisional: shown to the units, who may object. Imported: published elsewhere, with the
 * source. Open: as the files stand now. Skipped: not assessed.
 */
export type BlockYearState = 'official' | 'provisional' | 'imported' | 'open' | 'skipped';

/** What a correction says of itself. */
export type CorrectionNote = Pick<Corrected, 'supersedes' | 'differences' | 'reason'>;

/** What readers see of a block's year beside the units. */
export interface BlockYearHead {
  readonly state: BlockYearState;
  readonly block_name: string | null;
  readonly n: number | null;
  readonly scheme: string | null;
  readonly ruleset: RulesetRef | null;
  readonly decision: { readonly number: string; readonly signedOn: string; readonly signer: string } | null;
  readonly published_at: string | null;
  readonly source: { readonly title: string; readonly url: string } | null;
  readonly reason: string | null;
  /** Before which instant units may object to provisional results. */
  readonly object_until: string | null;
  readonly correction: CorrectionNote | null;
}

const NOTHING = {
  n: null,
  scheme: null,
  ruleset: null,
  decision: null,
  published_at: null,
  source: null,
  reason: null,
  object_until: null,
  correction: null,
};

/** A block's year that is neither published nor skipped. */
export function openHead(ruleset: RulesetRef | null, scheme: string | null, n: number): BlockYearHead {
  return { ...NOTHING, state: 'open', block_name: null, ruleset, scheme, n };
}

/** The block is not assessed in the year. */
export function skippedHead(reason: string): BlockYearHead {
  return { ...NOTHING, state: 'skipped', block_name: null, reason };
}

type DataOf<Type extends PublicationEvent['type']> = Extract<Recorded<PublicationEvent>, { type: Type }>['data'];
type Corrected = DataOf<'ResultsCorrected'>;
type Snapshot = Omit<DataOf<'ResultsPublished'>, 'decision' | 'publishedAt' | 'digest'>;

/** A block-year's results as one event brought them on. */
export interface Edition {
  readonly head: BlockYearHead;
  readonly results: Placed[];
}

/** What an event says about the block's year and every unit in it. */
export function editionOf(event: Recorded<PublicationEvent>): Edition {
  switch (event.type) {
    case 'ProvisionalResultsAnnounced':
      return provisionalResults(event.data);
    case 'ResultsPublished':
      return officialResults(event.data);
    case 'ResultsCorrected':
      return correctedResults(event.data);
    case 'ResultsImported':
      return importedResults(event.data);
    default:
      return assertNever(event);
  }
}

function officialResults(data: DataOf<'ResultsPublished'>): Edition {
  const { decision, publishedAt } = data;
  return { head: { ...headOf(data), state: 'official', decision, published_at: publishedAt }, results: placesIn(data) };
}

/** Official from then on. */
function correctedResults(data: Corrected): Edition {
  const { decision, correctedAt, supersedes, differences, reason } = data;
  const correction = { supersedes, differences, reason };
  const head = { ...headOf(data), state: 'official', decision, published_at: correctedAt, correction } as const;
  return { head, results: placesIn(data) };
}

/** Without a decision, and nothing for outsiders. */
function provisionalResults(data: DataOf<'ProvisionalResultsAnnounced'>): Edition {
  return { head: { ...headOf(data), state: 'provisional', object_until: data.objectUntil }, results: placesIn(data) };
}

function headOf({ blockName, n, scheme, ruleset }: Snapshot): Omit<BlockYearHead, 'state'> {
  return { ...NOTHING, block_name: blockName, n, scheme, ruleset };
}

function placesIn(data: Snapshot): Placed[] {
  const ranked = data.units.map((unit): Placed => ({
    unit_id: unit.unitId,
    unit_name: unit.unitName,
    state: 'ranked',
    rank: unit.rank,
    tied: unit.tied,
    total: { exact: unit.total, displayed: unit.totalDisplayed },
    partial: false,
    index: { exact: unit.index, displayed: unit.indexDisplayed },
    class_name: unit.className,
    grade: unit.grade,
    note: null,
  }));
  const unranked = data.unranked.map(({ unitId, unitName, state }): Placed => ({
    ...withoutFigures,
    unit_id: unitId,
    unit_name: unitName,
    state,
  }));
  return [...ranked, ...unranked];
}

const withoutFigures = {
  ...{ rank: null, tied: false, total: null, partial: false, index: null },
  ...{ class_name: null, grade: null, note: null },
};

/** What another system published, exactly as far as it did. */
function importedResults(data: DataOf<'ResultsImported'>): Edition {
  const { blockName, n, source, rows } = data;
  const results = rows.map((row): Placed => ({
    unit_id: row.unitId,
    unit_name: row.unitName,
    state: row.rank === null ? 'not-published' : 'ranked',
    rank: row.rank,
    tied: row.rank !== null && rows.filter(({ rank }) => rank === row.rank).length > 1,
    total: null,
    partial: false,
    index: row.index === null ? null : { exact: row.index, displayed: row.index },
    class_name: row.className,
    grade: row.grade,
    note: row.note,
  }));
  return { head: { ...NOTHING, state: 'imported', block_name: blockName, n, source }, results };
}
