import { resultsImported } from '@app/publication';
import { blockDefined, unitJoinedBlock, unitRegistered } from '@app/unit';
import type { SeedEvent } from './seed';

/** The block of exactly 50 units, and the others of about 98: together the nation's 3,300. */
export const smallBlock = 'khoi_50';
const BLOCKS = 34;
const UNITS = 3_300;
export const lastYear = 2024;

interface Block {
  readonly blockId: string;
  readonly units: readonly string[];
}

export const blocks: readonly Block[] = [
  { blockId: smallBlock, units: unitsOf(0, 50) },
  ...Array.from({ length: BLOCKS - 1 }, (_, index) => {
    const share = Math.floor((UNITS - 50) / (BLOCKS - 1));
    const from = 50 + index * share;
    return { blockId: `khoi_${index}`, units: unitsOf(from, index === BLOCKS - 2 ? UNITS : from + share) };
  }),
];

/** What was published of every block in each of these years, as other systems handed it over. */
export function* publishedYears(years: number): Generator<SeedEvent> {
  for (const { blockId, units } of blocks) {
    yield { stream: `block-${blockId}`, ...blockDefined.of({ blockId, name: `Khối ${blockId}` }) };
    for (const unitId of units) yield* member(blockId, unitId);
  }
  for (let year = lastYear - years + 1; year <= lastYear; year += 1)
    for (const block of blocks) yield results(block, year);
}

function* member(blockId: string, unitId: string): Generator<SeedEvent> {
  const registered = {
    unitId,
    name: `Xã ${unitId}`,
    type: 'commune',
    parentId: null,
    officialCode: null,
    registeredOn: '2010-01-01',
  } as const;
  yield { stream: `unit-${unitId}`, ...unitRegistered.of(registered) };
  yield { stream: `block-${blockId}`, ...unitJoinedBlock.of({ blockId, unitId, from: '2010-01-01' }) };
}

/** Every unit with another place each year. */
function results({ blockId, units }: Block, year: number): SeedEvent {
  const n = units.length;
  const rows = units.map((unitId, place) => {
    const rank = ((place * 7 + year * 13) % n) + 1;
    const index = `${95 - Math.floor((rank * 40) / n)}.${String(rank % 100).padStart(2, '0')}`;
    return { unitId, unitName: `Xã ${unitId}`, index, rank, className: 'Tốt', grade: 'good' as const, note: null };
  });
  const source = { title: 'Quyết định công bố', url: 'https://example.org/quyet-dinh' };
  const { type, data } = resultsImported.of({ year, blockId, blockName: `Khối ${blockId}`, n, rows, source });
  return { stream: `results-${year}.${blockId}`, type, data };
}

function unitsOf(from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, index) => `xa_${from + index}`);
}
