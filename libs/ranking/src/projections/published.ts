import type { Recorded } from '@app/event-store';
import type { PublicationEvent } from '@app/publication';
import type { RulesetRef } from '@app/ruleset';
import type { Placed } from './block-year';

/** What readers see of a block's year beside the units. */
export interface BlockYearHead {
  readonly state: 'open' | 'official' | 'imported' | 'skipped';
  readonly block_name: string | null;
  readonly n: number | null;
  readonly scheme: string | null;
  readonly ruleset: RulesetRef | null;
  readonly decision: { readonly number: string; readonly signedOn: string; readonly signer: string } | null;
  readonly published_at: string | null;
  readonly source: { readonly title: string; readonly url: string } | null;
  readonly reason: string | null;
}

const NOTHING = {
  n: null,
  scheme: null,
  ruleset: null,
  decision: null,
  published_at: null,
  source: null,
  reason: null,
};

/** A block's year that is neither published nor skipped. */
export function openHead(ruleset: RulesetRef | null, scheme: string | null, n: number): BlockYearHead {
  return { ...NOTHING, state: 'open', block_name: null, ruleset, scheme, n };
}

/** The block is not assessed in the year. */
export function skippedHead(reason: string): BlockYearHead {
  return { ...NOTHING, state: 'skipped', block_name: null, reason };
}

type Published = Extract<Recorded<PublicationEvent>, { type: 'ResultsPublished' }>['data'];
type Imported = Extract<Recorded<PublicationEvent>, { type: 'ResultsImported' }>['data'];

/** What `ResultsPublished` says about the block's year and every unit in it. */
export function officialResults(data: Published): { head: BlockYearHead; results: Placed[] } {
  const { blockName, n, scheme, ruleset, decision, publishedAt } = data;
  const head = { block_name: blockName, n, scheme, ruleset, decision, published_at: publishedAt };
  const ranked = data.units.map((unit): Placed => ({
    unit_id: unit.unitId,
    unit_name: unit.unitName,
    state: 'ranked',
    rank: unit.rank,
    tied: unit.tied,
    total: { exact: unit.total, displayed: unit.totalDisplayed },
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
  return { head: { ...NOTHING, state: 'official', ...head }, results: [...ranked, ...unranked] };
}

const withoutFigures = { rank: null, tied: false, total: null, index: null, class_name: null, grade: null, note: null };

/** What another system published, exactly as far as it did. */
export function importedResults(data: Imported): { head: BlockYearHead; results: Placed[] } {
  const { blockName, n, source, rows } = data;
  const results = rows.map((row): Placed => ({
    unit_id: row.unitId,
    unit_name: row.unitName,
    state: row.rank === null ? 'not-published' : 'ranked',
    rank: row.rank,
    tied: row.rank !== null && rows.filter(({ rank }) => rank === row.rank).length > 1,
    total: null,
    index: row.index === null ? null : { exact: row.index, displayed: row.index },
    class_name: row.className,
    grade: row.grade,
    note: row.note,
  }));
  return { head: { ...NOTHING, state: 'imported', block_name: blockName, n, source }, results };
}
