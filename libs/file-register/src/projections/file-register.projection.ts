import type { AssessmentEvent } from '@app/assessment';
import type { CaseworkEvent } from '@app/casework';
import type { EventEnvelope, Recorded } from '@app/event-store';
import { daysAfter, endOfVietnamDay, type LocalDate, vietnameseSortKey, withoutDiacritics } from '@app/kernel';
import type { PublicationEvent } from '@app/publication';
import type { Projection, ProjectionWriter } from '@app/read-store';
import type { RulesetCatalog } from '@app/ruleset';
import type { BlockEvent, UnitEvent } from '@app/unit';
import { isOwn } from '../course/objections';
import { fileAfter } from './file-after';
import { type FileRegisterTable, fileRegisterTables, fileRegisterVersion } from './file-register.tables';

export type FileRegisterEvent =
  | Exclude<AssessmentEvent, { type: 'CouncilDecided' | 'PointsRuled' }>
  | Extract<CaseworkEvent, { type: 'CaseReceived' | 'CaseAnswered' | 'CaseClosed' }>
  | Exclude<PublicationEvent, { type: 'ResultsImported' }>
  | Extract<UnitEvent, { type: 'UnitRegistered' | 'UnitRenamed' | 'UnitDissolved' | 'ChangeWithdrawn' }>
  | Extract<BlockEvent, { type: 'BlockDefined' }>;
type Event<Type extends FileRegisterEvent['type']> = Recorded<Extract<FileRegisterEvent, { type: Type }>>;
type Write = ProjectionWriter<FileRegisterTable>;

/** How every file of every year stands, and stood since each event that changed it: whose turn it is, and until when. */
export function fileRegister(rulesets: Pick<RulesetCatalog, 'get'>): Projection<FileRegisterEvent, FileRegisterTable> {
  const go = (event: Recorded<AssessmentEvent>, write: Write) => {
    const { unitId, year } = event.data;
    write.table('file').fold({ unit_id: unitId, year }, (row) => fileAfter(row, event, rulesets));
  };
  return {
    name: 'file_register',
    version: fileRegisterVersion,
    categories: ['unit', 'block', 'assessment', 'casework', 'results'],
    tables: fileRegisterTables,
    partition: ({ stream }) => stream,
    on: {
      AssessmentOpened: go,
      SelfScoreRecorded: go,
      ApprovalRequested: go,
      ApprovalDeclined: go,
      SelfAssessmentSubmitted: go,
      SelfAssessmentReturned: go,
      ExtensionGranted: go,
      AppraisalExtensionGranted: go,
      AppraisalConfirmed: go,
      AppraisalAdjusted: go,
      ExplanationAsked: go,
      ExplanationGiven: go,
      FieldAppraisalClosed: go,
      AppraisalClosed: go,
      ...objections,
      ...results,
      ...organisation,
    },
  };
}

function onRecord({ position, metadata }: EventEnvelope) {
  return { position, recorded_at: metadata.recordedAt };
}

/** Of cases only what the unit itself holds against its score. */
const objections = {
  CaseReceived: (event: Event<'CaseReceived'>, write: Write) => {
    const { unitId, year, caseId, kind, component, dueOn } = event.data;
    if (!isOwn(kind)) return;
    const key = { unit_id: unitId, year, case_id: caseId };
    write.table('objection').set(key, { component, answer_by: endOfVietnamDay(dueOn), ...onRecord(event) });
  },
  CaseAnswered: (event: Event<'CaseAnswered'>, write: Write) => {
    const { unitId, year, caseId, kind } = event.data;
    if (!isOwn(kind)) return;
    const { position, recorded_at } = onRecord(event);
    const key = { unit_id: unitId, year, case_id: caseId };
    write.table('objection').set(key, { answered_position: position, answered_at: recorded_at });
  },
  CaseClosed: (event: Event<'CaseClosed'>, write: Write) => {
    const { unitId, year, caseId, kind } = event.data;
    if (!isOwn(kind)) return;
    const { position, recorded_at } = onRecord(event);
    const key = { unit_id: unitId, year, case_id: caseId };
    write.table('objection').set(key, { closed_position: position, closed_at: recorded_at });
  },
};

function official(event: Event<'ResultsPublished' | 'ResultsCorrected'>, write: Write): void {
  const { year, blockId } = event.data;
  const { position, recorded_at } = onRecord(event);
  const said = { status: 'official', object_until: null, recorded_at };
  write.table('results').set({ year, block_id: blockId, position }, said);
}

const results = {
  ProvisionalResultsAnnounced: (event: Event<'ProvisionalResultsAnnounced'>, write: Write) => {
    const { year, blockId, objectUntil } = event.data;
    const { position, recorded_at } = onRecord(event);
    const said = { status: 'provisional', object_until: objectUntil, recorded_at };
    write.table('results').set({ year, block_id: blockId, position }, said);
  },
  ResultsPublished: official,
  ResultsCorrected: official,
};

function called(event: Event<'UnitRegistered' | 'UnitRenamed' | 'ChangeWithdrawn'>, write: Write): void {
  const { unitId, name } = event.data;
  const { position, recorded_at } = onRecord(event);
  const forms = { name, searched: withoutDiacritics(name), sort_key: vietnameseSortKey(name) };
  write.table('name').set({ unit_id: unitId, position }, { ...forms, recorded_at });
}

/** It begins with that day, or when it was recorded if that was later. */
function ends(event: Event<'UnitDissolved' | 'ChangeWithdrawn'>, write: Write, endedOn: LocalDate | null): void {
  const { position, recorded_at } = onRecord(event);
  const begun = endedOn === null ? null : endOfVietnamDay(daysAfter(endedOn, -1));
  const endedAt = begun !== null && begun > recorded_at ? begun : recorded_at;
  write
    .table('ending')
    .set({ unit_id: event.data.unitId, position }, { ended_on: endedOn, ended_at: endedAt, recorded_at });
}

const organisation = {
  UnitRegistered: called,
  UnitRenamed: called,
  UnitDissolved: (event: Event<'UnitDissolved'>, write: Write) => ends(event, write, event.data.effectiveOn),
  ChangeWithdrawn: (event: Event<'ChangeWithdrawn'>, write: Write) => {
    if (event.data.kind === 'renaming') called(event, write);
    if (event.data.kind === 'dissolution') ends(event, write, null);
  },
  BlockDefined: (event: Event<'BlockDefined'>, write: Write) => {
    const { blockId, name } = event.data;
    write.table('block').set({ block_id: blockId }, { name, ...onRecord(event) });
  },
};
