import { daysAfter } from '@app/kernel';
import type { Tenure } from './consequence-types';
import { spokenDate, spokenList } from './vietnamese';

/** Those who held office at some time in the years, heads first, then by time. */
export function tenuresIn(tenures: readonly Tenure[], from: number, until: number): Tenure[] {
  return tenures
    .filter((tenure) => tenure.from <= `${until}-12-31` && (tenure.until === null || tenure.until >= `${from}-01-01`))
    .sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

function order({ office, from, personId }: Tenure): string {
  return `${office === 'head' ? 0 : 1} ${from} ${personId}`;
}

/** That the head changed within the years, with who headed the unit when; when nobody did; or that nobody is on record. */
export function headCaveats(tenures: readonly Tenure[], from: number, until: number): string[] {
  const heads = tenures.filter(({ office }) => office === 'head');
  if (heads.length === 0) return ['Chưa ghi nhận ai là người đứng đầu trong thời gian xét.'];
  const vacant = vacancies(heads, `${from}-01-01`, `${until}-12-31`);
  return [...changeOf(heads), ...(vacant.length === 0 ? [] : [`Chưa ghi nhận người đứng đầu ${spokenList(vacant)}.`])];
}

function changeOf(heads: readonly Tenure[]): string[] {
  if (new Set(heads.map(({ personId }) => personId)).size === 1) return [];
  const parts = heads.map(({ personName, from, until }) => `${personName} (${period(from, until)})`);
  return [`Người đứng đầu thay đổi trong thời gian xét: ${spokenList(parts)}.`];
}

function period(from: string, until: string | null): string {
  return until === null ? `từ ${spokenDate(from)}` : `${spokenDate(from)} đến ${spokenDate(until)}`;
}

/** The parts of the time that no tenure covers; `heads` by their first day. */
function vacancies(heads: readonly Tenure[], from: string, until: string): string[] {
  const found: string[] = [];
  let uncovered = from;
  for (const head of [...heads, { from: daysAfter(until, 1), until: null }]) {
    if (head.from > uncovered) found.push(`từ ${spokenDate(uncovered)} đến ${spokenDate(daysAfter(head.from, -1))}`);
    const next = head.until === null ? daysAfter(until, 1) : daysAfter(head.until, 1);
    if (next > uncovered) uncovered = next;
  }
  return found;
}
