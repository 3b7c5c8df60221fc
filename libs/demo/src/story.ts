import type { LocalDate } from '@app/kernel';

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

/** The first component that is lowered is asked about and explained; lowered all the same, the council gives its points back. */
export const storyDisputes: ReadonlySet<string> = new Set(['2024/so_y_te', '2023/quan_8']);

/** A complaint still open when the results are published: the unit's flags stay pending. */
export const storyOpenComplaints: ReadonlySet<string> = new Set(['2024/quan_7']);

/** A new head in mid-year, the name a label, not a person. */
export const storyNewHeads: readonly {
  readonly unitId: string;
  readonly until: LocalDate;
  readonly from: LocalDate;
}[] = [{ unitId: 'so_xay_dung', until: '2024-05-31', from: '2024-06-01' }];
