import type { LocalDate } from '@app/kernel';
import type { DemoUnit } from './units';

/** What the demo years must contain, unit by unit; everything not named here comes from the seed. All of it is synthetic (mẫu). */

export const demoYears = [2022, 2023, 2024] as const;

/** How good a unit's year is, 0–100, where the story decides it. */
export const storyQuality: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  // Falls to Khá two years running, and in rank: proposal (A).
  so_van_hoa_va_the_thao: { 2022: 86, 2023: 80, 2024: 69 },
  quan_7: { 2022: 84, 2023: 74, 2024: 70 },
  // Trung bình in the last year: proposal (B).
  hoc_mon: { 2022: 80, 2023: 76, 2024: 55 },
  so_xay_dung: { 2022: 82, 2023: 78, 2024: 57 },
  // Khá in the year after a file that was never submitted: insufficient data.
  can_gio: { 2022: 80, 2024: 73 },
  // Khá in the year of the merger: insufficient data, until a ruling names a predecessor that was Tốt.
  ban_mau_1: { 2022: 84 },
  ban_mau_2: { 2022: 81 },
  ban_mau_hop_nhat: { 2023: 73, 2024: 85 },
};

/** The unit's year repeats another's declarations and answers, so that both tie exactly. */
export const storyTwins: Readonly<Record<string, string>> = {
  '2024/so_ngoai_vu': 'so_du_lich',
  '2023/quan_3': 'quan_4',
};

/** Unit-years that are never submitted: not a zero, a state of its own; the year after lacks data. */
export const storyUnsubmitted: ReadonlySet<string> = new Set(['2023/can_gio']);

/** The head does not approve at first: the officer lays the file before him again. */
export const storyDeclined: ReadonlySet<string> = new Set(['2024/quan_1']);

/** Not submitted by the deadline: the administrator grants longer time, in which the head submits. */
export const storyExtensions: ReadonlySet<string> = new Set(['2024/quan_11']);

/** Submitted, and returned for completion: one component gets a second document, and the head submits again. */
export const storyReturns: ReadonlySet<string> = new Set(['2024/so_tu_phap']);

/** A deputy of the head submits, by a delegation within what was granted to the head; both with dates. */
export const storyDeputies: ReadonlySet<string> = new Set(['2024/quan_5']);

/** The field of the first component that is lowered is appraised a second time: the points are given back. */
export const storySecondRounds: ReadonlySet<string> = new Set(['2024/so_cong_thuong']);

/** The first component that is lowered is asked about and explained; lowered all the same, the council gives its points back. */
export const storyDisputes: ReadonlySet<string> = new Set(['2024/so_y_te', '2023/quan_8']);

/** The unit objects to the first component that is lowered; upheld, a ruling gives the points back before the results are official. */
export const storyObjections: Readonly<Record<string, 'upheld' | 'rejected'>> = {
  '2024/so_tu_phap': 'upheld',
  '2024/cu_chi': 'rejected',
};

/** A complaint about the first component that is lowered is upheld after publication: a ruling, and the results of the block are corrected. */
export const storyCorrections: ReadonlySet<string> = new Set(['2023/phu_nhuan']);

/** A complaint still open when the results are published: the unit's flags stay pending. */
export const storyOpenComplaints: ReadonlySet<string> = new Set(['2024/quan_7']);

/** A new head in mid-year, the name a label, not a person. */
export const storyNewHeads: readonly {
  readonly unitId: string;
  readonly until: LocalDate;
  readonly from: LocalDate;
}[] = [{ unitId: 'so_xay_dung', until: '2024-05-31', from: '2024-06-01' }];

/** In mid-year two units with half-filled files become one; whose result counts as its last year is ruled after the results are official. */
export interface Merger {
  readonly year: number;
  readonly blockId: string;
  readonly predecessors: readonly DemoUnit[];
  readonly successor: DemoUnit;
  /** The first day of the successor, and the first without the predecessors. */
  readonly effectiveOn: LocalDate;
  /** The predecessor whose result counts as the successor's last year. */
  readonly lastYearOf: string;
}

/** Three units that the City does not have: nothing is told of its own that did not happen. */
export const storyMergers: readonly Merger[] = [
  {
    year: 2023,
    blockId: 'so_ban_nganh',
    predecessors: [
      { unitId: 'ban_mau_1', name: 'Ban mẫu số 1 (không có thật)', type: 'department' },
      { unitId: 'ban_mau_2', name: 'Ban mẫu số 2 (không có thật)', type: 'department' },
    ],
    successor: { unitId: 'ban_mau_hop_nhat', name: 'Ban mẫu hợp nhất (không có thật)', type: 'department' },
    effectiveOn: '2023-07-01',
    lastYearOf: 'ban_mau_1',
  },
];

/** Whether a story is about the unit's year. */
export function isTold(
  story: ReadonlySet<string>,
  { year, unitId }: { readonly year: number; readonly unitId: string },
): boolean {
  return story.has(`${year}/${unitId}`);
}
