import type { RankingRule } from './ruleset';

/** How a scheme numbers equal values, for reports: the printed report must say which one was used. */
export interface RankingScheme {
  readonly pattern: string;
  /** Vietnamese. */
  readonly label: string;
}

/** The ranking schemes a ruleset may choose. */
export const RANKING_SCHEMES: Readonly<Record<RankingRule['scheme'], RankingScheme>> = {
  competition: { pattern: '1-2-2-4', label: 'Đồng hạng thì bỏ trống hạng kế tiếp' },
  dense: { pattern: '1-2-2-3', label: 'Đồng hạng không bỏ trống hạng kế tiếp' },
  ordinal: { pattern: '1-2-3-4', label: 'Không đồng hạng: xét lần lượt các tiêu chí phụ' },
};

/** What each tie-breaker compares, higher first; Vietnamese. */
export const TIE_BREAKERS: Readonly<Record<RankingRule['tieBreak'][number], string>> = {
  'exact-index': 'chỉ số chưa làm tròn',
  'survey-points': 'điểm điều tra xã hội học',
  'appraised-points': 'điểm thẩm định',
};
