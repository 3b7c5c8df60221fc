import type { FlagKind } from '@app/scoring';

const LABELS: Readonly<Record<FlagKind, string>> = {
  'reward-candidate': 'đề xuất khen thưởng',
  'beyond-quota': 'vượt chỉ tiêu khen thưởng',
  'discipline-a': 'đề xuất xem xét (A)',
  'discipline-b': 'đề xuất xem xét (B)',
  'insufficient-data': 'chưa đủ dữ liệu',
  'needs-human-decision': 'cần người quyết định',
};

/** What a flag is called for people: always a proposal, and pending while an open case could change it. */
export function flagLabel({ kind, pending }: { readonly kind: FlagKind; readonly pending: boolean }): string {
  return pending ? `${LABELS[kind]}, còn chờ` : LABELS[kind];
}
