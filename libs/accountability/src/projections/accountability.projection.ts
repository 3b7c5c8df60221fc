import type { CaseworkEvent } from '@app/casework';
import type { Recorded } from '@app/event-store';
import type { PeriodEvent } from '@app/period';
import type { PublicationEvent } from '@app/publication';
import type { Projection, ProjectionWriter } from '@app/read-store';
import type { RulesetCatalog } from '@app/ruleset';
import type { BlockEvent, UnitEvent } from '@app/unit';
import { type AccountabilityTable, accountabilityTables, accountabilityVersion } from './accountability.tables';
import type { FactData, FactKind } from './fact';
import { settleFlags } from './settle-flags';

type AccountabilityEvent =
  | PublicationEvent
  | Extract<PeriodEvent, { type: 'PeriodOpened' | 'BlockSkipped' }>
  | Extract<
      UnitEvent,
      {
        type:
          | 'UnitRegistered'
          | 'UnitDissolved'
          | 'UnitLevelChanged'
          | 'LineageRecorded'
          | 'ChangeWithdrawn'
          | 'SuccessionRuled'
          | 'OfficeTaken'
          | 'OfficeLeft'
          | 'TenureCorrected';
      }
    >
  | Extract<BlockEvent, { type: 'BlockDefined' }>
  | Extract<CaseworkEvent, { type: 'CaseReceived' | 'CaseRegistered' | 'CaseClosed' }>;
type Event<Type extends AccountabilityEvent['type']> = Recorded<Extract<AccountabilityEvent, { type: Type }>>;
type Write = ProjectionWriter<AccountabilityTable>;

/** The consequences proposed for every unit and published year, each naming its events; what was proposed once stays on record. */
export function accountability(
  rulesets: Pick<RulesetCatalog, 'get'>,
): Projection<AccountabilityEvent, AccountabilityTable> {
  return {
    name: 'accountability',
    version: accountabilityVersion,
    categories: ['unit', 'block', 'period', 'casework', 'results'],
    tables: accountabilityTables,
    partition: ({ stream }) => stream,
    on: { ...results, ...frame, ...organisation, ...offices, ...cases },
    settle: (groups, context) => settleFlags(groups, context, rulesets),
  };
}

interface About {
  readonly item?: string;
  readonly unitId?: string;
  readonly year?: number;
  readonly blockId?: string;
}

function keep<Kind extends FactKind>(
  write: Write,
  { id, position, metadata }: Recorded<AccountabilityEvent>,
  kind: Kind,
  { item = '', unitId = '', year = 0, blockId = '' }: About,
  data: FactData[Kind],
): void {
  write.table('fact').set(
    { event_id: id, item },
    {
      kind,
      position,
      recorded_at: metadata.recordedAt,
      unit_id: unitId,
      year,
      block_id: blockId,
      predecessor_id: 'predecessorId' in data ? data.predecessorId : null,
      data,
    },
  );
  if (unitId !== '') write.touch(`unit/${unitId}`);
  if (unitId !== '') know(write, `unit/${unitId}`);
  if (blockId !== '') know(write, `block/${blockId}`);
}

function know(write: Write, subject: `${'unit' | 'block'}/${string}`): void {
  write.table('known').set({ subject }, {});
}

/** Who there is, before anything can be held for or against them. */
const frame = {
  UnitRegistered: ({ data }: Event<'UnitRegistered'>, write: Write) => know(write, `unit/${data.unitId}`),
  BlockDefined: ({ data }: Event<'BlockDefined'>, write: Write) => know(write, `block/${data.blockId}`),
  PeriodOpened: ({ data }: Event<'PeriodOpened'>, write: Write) =>
    data.blocks.forEach(({ blockId }) => know(write, `block/${blockId}`)),
};

/** Of results that count from then on: what is official, or was corrected. */
function keepResults(event: Event<'ResultsPublished' | 'ResultsCorrected'>, write: Write): void {
  const { year, blockId, blockName, ruleset, n, scheme, units, unranked } = event.data;
  keep(write, event, 'results', { year, blockId }, { blockName, ruleset });
  write.spread(`block/${blockId}`);
  for (const { unitId, unitName, grade, className, rank, tied } of units) {
    const data = { unitName, grade, className, rank, n, tied, scheme, state: 'ranked' } as const;
    keep(write, event, 'result', { item: unitId, unitId, year, blockId }, data);
  }
  for (const { unitId, unitName, state } of unranked) {
    const data = { unitName, grade: null, className: null, rank: null, n, tied: false, scheme, state };
    keep(write, event, 'result', { item: unitId, unitId, year, blockId }, data);
  }
}

const results = {
  ResultsPublished: keepResults,
  ResultsCorrected: keepResults,
  // What is provisional has no consequence.
  ProvisionalResultsAnnounced: ({ data }: Event<'ProvisionalResultsAnnounced'>, write: Write) =>
    know(write, `block/${data.blockId}`),
  ResultsImported: (event: Event<'ResultsImported'>, write: Write) => {
    const { year, blockId, blockName, n, rows } = event.data;
    keep(write, event, 'results', { year, blockId }, { blockName, ruleset: null });
    write.spread(`block/${blockId}`);
    for (const { unitId, unitName, grade, className, rank } of rows) {
      const tied = rank !== null && rows.filter((row) => row.rank === rank).length > 1;
      const data = { unitName, grade, className, rank, n, tied, scheme: null, state: 'ranked' } as const;
      keep(write, event, 'result', { item: unitId, unitId, year, blockId }, data);
    }
  },
};

const organisation = {
  BlockSkipped: (event: Event<'BlockSkipped'>, write: Write) => {
    const { year, blockId } = event.data;
    keep(write, event, 'skipped', { year, blockId }, {});
    write.spread(`block/${blockId}`);
  },
  UnitDissolved: (event: Event<'UnitDissolved'>, write: Write) => {
    const { unitId, effectiveOn: endedOn } = event.data;
    keep(write, event, 'ended', { unitId }, { endedOn });
  },
  UnitLevelChanged: (event: Event<'UnitLevelChanged'>, write: Write) => {
    const { unitId, effectiveOn } = event.data;
    keep(write, event, 'lineage', { unitId }, { kind: 'level-change', effectiveOn });
  },
  LineageRecorded: (event: Event<'LineageRecorded'>, write: Write) => {
    const { unitId, kind, predecessors, effectiveOn } = event.data;
    keep(write, event, 'lineage', { unitId }, { kind, effectiveOn });
    // Whoever handed over a part only goes on as less than it was: its last year is not simply comparable either.
    for (const { unitId: item, share } of predecessors)
      if (share !== '1') keep(write, event, 'lineage', { item, unitId: item }, { kind: 'ceded', effectiveOn });
  },
  ChangeWithdrawn: (event: Event<'ChangeWithdrawn'>, write: Write) => {
    const { unitId, kind, predecessorIds, eventId } = event.data;
    if (kind === 'renaming') return; // Nothing is proposed on account of a name.
    for (const item of [unitId, ...predecessorIds])
      keep(write, event, 'withdrawn', { item, unitId: item }, { eventId });
  },
  SuccessionRuled: (event: Event<'SuccessionRuled'>, write: Write) => {
    const { unitId, year, predecessorId, takesOver, reason } = event.data;
    keep(write, event, 'ruling', { unitId, year }, { predecessorId, takesOver, reason });
  },
};

const offices = {
  OfficeTaken: (event: Event<'OfficeTaken'>, write: Write) => {
    const { unitId, office, personId, personName, from } = event.data;
    keep(write, event, 'office-taken', { unitId }, { office, personId, personName, from });
  },
  OfficeLeft: (event: Event<'OfficeLeft'>, write: Write) => {
    const { unitId, office, personId, until } = event.data;
    keep(write, event, 'office-left', { unitId }, { office, personId, until });
  },
  TenureCorrected: (event: Event<'TenureCorrected'>, write: Write) => {
    const { unitId, office, personId, from, corrected } = event.data;
    keep(write, event, 'tenure-corrected', { unitId }, { office, personId, from, corrected });
  },
};

/** Feedback decides nothing here, and of a denunciation nothing is held against a unit before its outcome. */
const CONTESTS = new Set(['complaint', 'score-objection', 'score-complaint']);

const cases = {
  CaseReceived: (event: Event<'CaseReceived'>, write: Write) => {
    const { caseId, kind, unitId, year, externalNumber } = event.data;
    if (CONTESTS.has(kind)) keep(write, event, 'case-open', { unitId, year }, { caseId, kind, externalNumber });
  },
  CaseRegistered: (event: Event<'CaseRegistered'>, write: Write) => {
    const { caseId, kind, unitId, year, externalNumber } = event.data;
    if (CONTESTS.has(kind)) keep(write, event, 'case-number', { unitId, year }, { caseId, externalNumber });
  },
  CaseClosed: (event: Event<'CaseClosed'>, write: Write) => {
    const { caseId, kind, unitId, year } = event.data;
    if (CONTESTS.has(kind)) keep(write, event, 'case-closed', { unitId, year }, { caseId });
  },
};
