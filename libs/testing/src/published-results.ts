import type { DataOf } from '@app/kernel';
import {
  provisionalResultsAnnounced,
  type PublishedUnit,
  resultsCorrected,
  resultsImported,
  resultsPublished,
  type ResultsSnapshot,
} from '@app/publication';
import type { Grade, RulesetRef } from '@app/ruleset';
import { type HistoryEvent, inStream } from './history';

const CLASS_NAMES: Record<Grade, string> = {
  excellent: 'Xuất sắc',
  good: 'Tốt',
  fair: 'Khá',
  average: 'Trung bình',
  weak: 'Yếu',
};

/** A line of a results table: unit, index %, rank, grade. */
export type ResultLine = readonly [unitId: string, index: string, rank: number, grade: Grade];

/** `ResultsPublished` of a block's year; every figure that a test does not name is plausible and beside the point. */
export function publishedResults(
  year: number,
  blockId: string,
  lines: readonly ResultLine[],
  unranked: readonly { unitId: string; state: ResultsSnapshot['unranked'][number]['state'] }[] = [],
  ruleset: RulesetRef = { id: 'small', version: 1, sha256: '0'.repeat(64) },
): HistoryEvent {
  const units = unitsOf(lines);
  return inStream(
    `results-${year}.${blockId}`,
    resultsPublished.of({
      year,
      blockId,
      blockName: `Khối ${blockId}`,
      ruleset,
      scheme: 'competition',
      decidedBy: 'displayed',
      displayPlaces: 2,
      components: ['1'],
      n: units.length,
      units,
      unranked: unranked.map((unit) => ({ ...unit, unitName: `Sở ${unit.unitId}` })),
      logPosition: '1',
      decision: { number: `${year}/QĐ-UBND`, signedOn: `${year + 1}-02-01`, signer: 'Chủ tịch' },
      publishedAt: `${year + 1}-02-01T00:00:00.000Z`,
      digest: '0'.repeat(64),
    }),
    `${year + 1}-02-01T00:00:00.000Z`,
  );
}

function unitsOf(lines: readonly ResultLine[]): PublishedUnit[] {
  return lines.map(([unitId, index, rank, grade]) => {
    const tied = lines.filter((line) => line[2] === rank).length > 1;
    const figures = { appraised: index, survey: '0', bonus: '0', penalty: '0', total: index, maximum: '100', index };
    const displayed = { totalDisplayed: index, indexDisplayed: index, className: CLASS_NAMES[grade], grade };
    return { unitId, unitName: `Sở ${unitId}`, points: [index], ...figures, ...displayed, rank, tied, used: {} };
  });
}

/** `ProvisionalResultsAnnounced` with the figures of published results, twelve days before; objections are taken for five. */
export function announcedAs({ stream, data }: HistoryEvent): HistoryEvent {
  const snapshot = snapshotIn(data as DataOf<typeof resultsPublished>);
  const objectUntil = midnight(`${snapshot.year + 1}-01-25`);
  const times = { announcedAt: midnight(`${snapshot.year + 1}-01-20`), objectUntil, asked: { objectUntil } };
  return inStream(stream, provisionalResultsAnnounced.of({ ...snapshot, ...times }), times.announcedAt);
}

/** `ResultsCorrected` of published results, three months later, to the ranked units named. */
export function correctedTo(
  { stream, data }: HistoryEvent,
  lines: readonly ResultLine[],
  reason = 'Khiếu nại được kết luận là đúng',
): HistoryEvent {
  const { digest, ...snapshot } = snapshotIn(data as DataOf<typeof resultsPublished>);
  const units = unitsOf(lines);
  const correctedAt = midnight(`${snapshot.year + 1}-05-01`);
  const decision = { number: `${snapshot.year}/QĐ-ĐC`, signedOn: `${snapshot.year + 1}-05-01`, signer: 'Chủ tịch' };
  const corrected = { ...snapshot, n: units.length, units, supersedes: digest, differences: [], reason, decision };
  return inStream(stream, resultsCorrected.of({ ...corrected, correctedAt, digest: '1'.repeat(64) }), correctedAt);
}

function snapshotIn({ decision: _, publishedAt: __, ...snapshot }: DataOf<typeof resultsPublished>) {
  return snapshot;
}

function midnight(day: string): string {
  return `${day}T00:00:00.000Z`;
}

/** `ResultsImported` of a block's year; null where the source says nothing. */
export function importedResults(
  year: number,
  blockId: string,
  lines: readonly (readonly [unitId: string, index: string | null, rank: number | null, grade: Grade | null])[],
  n: number | null = null,
): HistoryEvent {
  const rows = lines.map(([unitId, index, rank, grade]) => ({
    unitId,
    unitName: `Sở ${unitId}`,
    index,
    rank,
    className: grade === null ? null : CLASS_NAMES[grade],
    grade,
    note: null,
  }));
  const source = { title: `Báo cáo ${year}`, url: 'https://example.org/' };
  return inStream(
    `results-${year}.${blockId}`,
    resultsImported.of({ year, blockId, blockName: `Khối ${blockId}`, n, rows, source }),
    `${year + 1}-03-01T00:00:00.000Z`,
  );
}
