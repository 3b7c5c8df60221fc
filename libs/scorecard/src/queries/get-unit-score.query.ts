import type { Position } from '@app/event-store';
import {
  alone,
  ask,
  type AskOne,
  askTogether,
  type JsonText,
  KeptAnswers,
  type OneRow,
  ReadYourWrites,
  type Stamped,
  unlessKept,
} from '@app/read-store';
import { RulesetCatalog } from '@app/ruleset';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { scorecardVersion } from '../projections/score-sheet.tables';
import { UnitScoreNotFound } from '../scorecard.errors';
import { scoredNow, type StoredFile } from './scored-now';
import type { UnitScore } from './unit-score';
import { type AboutSheet, type ChangedFile, type SheetBasis, writtenAgain } from './written-sheet';

/** How many points did the unit get in the year, and why? Throws UnitScoreNotFound; with `after`: ReadModelBehind, ReadModelQuarantined. */
export class GetUnitScore extends Query<UnitScore> {
  constructor(
    readonly input: { readonly unitId: string; readonly year: number; readonly after?: Position | undefined },
  ) {
    super();
  }
}

/** The same as it is sent. */
export class GetWrittenUnitScore extends Query<JsonText<AboutSheet>> {
  constructor(readonly input: GetUnitScore['input']) {
    super();
  }
}

@QueryHandler(GetUnitScore)
export class GetUnitScoreHandler implements IQueryHandler<GetUnitScore> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readYourWrites: ReadYourWrites,
    private readonly rulesets: RulesetCatalog,
  ) {}

  async execute({ input: { unitId, year, after } }: GetUnitScore): Promise<UnitScore> {
    await this.readYourWrites.waitFor('scorecard', after);
    const [found] = await ask<StoredFile>(this.dataSource, FILE_ALONE, [unitId, year]);
    const file = found ?? notFound(unitId, year);
    return scoredNow(file, this.rulesets.get(file.ruleset));
  }
}

/** Some 40 kB each in a ruleset of 80 components, and three times as much for what they are made of: those of some 700 units. */
const MOST_KEPT_BYTES = 128 * 1024 * 1024;

@QueryHandler(GetWrittenUnitScore)
export class GetWrittenUnitScoreHandler implements IQueryHandler<GetWrittenUnitScore> {
  private readonly kept = new KeptAnswers<AboutSheet, SheetBasis>(MOST_KEPT_BYTES);
  private readonly fileUnlessKept: AskOne<Stamped<ChangedFile>>;

  constructor(
    dataSource: DataSource,
    private readonly readYourWrites: ReadYourWrites,
    private readonly rulesets: RulesetCatalog,
  ) {
    this.fileUnlessKept = askTogether(dataSource, FILE_UNLESS_KEPT, ['text', 'integer', 'text', 'bigint']);
  }

  async execute({ input: { unitId, year, after } }: GetWrittenUnitScore): Promise<JsonText<AboutSheet>> {
    await this.readYourWrites.waitFor('scorecard', after);
    return this.kept.answer(
      `${year}.${unitId}`,
      async (kept) =>
        (await this.fileUnlessKept(unitId, year, kept?.stamp, kept?.basis.position)) ?? notFound(unitId, year),
      (file, before) => writtenAgain(file, before, this.rulesets.get(file.ruleset)),
    );
  }
}

function notFound(unitId: string, year: number): never {
  throw new UnitScoreNotFound(unitId, year);
}

const FIGURES = (of: string) =>
  `jsonb_build_object('total', ${of}.total, 'index', ${of}.index, 'className', ${of}.class_name, 'rank', ${of}.rank, 'tied', ${of}.tied, 'n', ${of}.n)`;

const FILE_COLUMNS = `f.unit_id AS "unitId", u.name AS "unitName", f.year, f.block_id AS "blockId", f.phase, f.ruleset,
    CASE WHEN p.event_id IS NOT NULL THEN 'official' WHEN a.event_id IS NOT NULL THEN 'provisional' ELSE 'open' END AS status,
    a.object_until AS "objectUntil",
    CASE WHEN o.event_id IS NOT NULL THEN ${FIGURES('o')} || jsonb_build_object('decision', p.decision, 'publishedAt', p.at,
        'correction', p.reason, 'eventId', o.event_id) END AS official,
    CASE WHEN t.event_id IS NOT NULL THEN ${FIGURES('t')} || jsonb_build_object('announcedAt', a.at, 'eventId', t.event_id)
      END AS provisional,
    o.points AS "publishedPoints",
    h.event_id IS NOT NULL AS halted,
    CASE WHEN h.event_id IS NOT NULL
      THEN json_build_object('eventId', h.event_id, 'type', h.event_type, 'stream', h.stream, 'position', h.position::text) END AS "haltedBy",
    (SELECT position::text FROM read_model.current_checkpoint WHERE projection = 'scorecard') AS "asOf"`;

const FILE_TABLES = `read_model.scorecard_file f
  LEFT JOIN read_model.scorecard_unit u USING (unit_id)
  LEFT JOIN read_model.scorecard_publication p ON p.year = f.year AND p.block_id = f.block_id AND p.kind = 'official'
  LEFT JOIN read_model.scorecard_result o ON o.unit_id = f.unit_id AND o.year = f.year AND o.block_id = f.block_id
    AND o.kind = 'official' AND o.event_id = p.event_id
  LEFT JOIN read_model.scorecard_publication a ON a.year = f.year AND a.block_id = f.block_id AND a.kind = 'provisional'
    AND p.event_id IS NULL
  LEFT JOIN read_model.scorecard_result t ON t.unit_id = f.unit_id AND t.year = f.year AND t.block_id = f.block_id
    AND t.kind = 'provisional' AND t.event_id = a.event_id
  LEFT JOIN (read_model.quarantine h JOIN read_model.generation g ON g.projection = h.projection AND g.generation = h.generation
    AND g.state = 'live') ON h.projection = 'scorecard' AND h.partition = f.year || '.' || f.unit_id`;

/** One statement, one snapshot, and as of where: the file of the unit-year, what was published, and the event that stopped it (`h`). */
const FILE: OneRow = {
  projection: 'scorecard',
  version: scorecardVersion,
  columns: FILE_COLUMNS,
  from: FILE_TABLES,
  where: 'f.unit_id = $1 AND f.year = $2 AND f.ruleset IS NOT NULL',
};

const STATEMENTS =
  'json_agg(json_build_array(s.matter, s.said, s.type, s.actor, s.on_behalf_of, s.role, s.recorded_at, s.position::text))';

/** Of what was said in the file. */
const said = (words: string) =>
  `(SELECT ${words} FROM read_model.scorecard_statement s WHERE s.unit_id = f.unit_id AND s.year = f.year)`;

const FILE_ALONE = alone({ ...FILE, columns: `${FILE_COLUMNS}, ${said(STATEMENTS)} AS statements` });

/** Whether what is kept, up to the position $4, can be built on: the rows are the same ones, and hold no less. */
const BUILDS_ON_KEPT = 'coalesce(life.lasts AND f.position >= $4, false)';

/** Of what was said only what may be new, as most of it is known already; how much there is in all, and whether that is everything. */
const CHANGED_FILE: OneRow = {
  ...FILE,
  columns: `${FILE_COLUMNS}, f.position::text AS position, NOT ${BUILDS_ON_KEPT} AS whole, ${said('count(*)::integer')} AS count,
    ${said(`${STATEMENTS} FILTER (WHERE s.position > $4 OR NOT ${BUILDS_ON_KEPT})`)} AS statements`,
};

/**
 * Of all that the sheet is made from. Rows follow from events: the last one of the unit-year stands for its file and all that was said in it,
 * the one that published results for what it said of the block and of the unit, the one that halted it for all that is told of that. The name
 * comes last: it alone may hold a slash, or be missing.
 */
const STAMP = `concat_ws('/', f.position, coalesce(p.event_id, '-'), coalesce(o.event_id, '-'), coalesce(a.event_id, '-'),
  coalesce(t.event_id, '-'), coalesce(h.event_id, '-'), u.name)`;

const FILE_UNLESS_KEPT = unlessKept(CHANGED_FILE, STAMP, '$3');
