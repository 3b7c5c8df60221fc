import type { DomainEvent } from '@app/kernel';
import {
  blockYearOpened,
  provisionalResultsAnnounced,
  resultsCorrected,
  resultsDigest,
  resultsImported,
  resultsPublished,
} from '@app/publication';

const results = {
  year: 2024,
  blockId: 'so_ban_nganh',
  blockName: 'Sở, ban, ngành',
  ruleset: {
    id: 'hcm-so-ban-nganh',
    version: 2,
    sha256: '6f1ed002ab5595859014ebf0951522d9a0a3b2e7b1f5ad5a4f1a0f1f1f6b8c11',
  },
  scheme: 'competition',
  decidedBy: 'displayed',
  displayPlaces: 2,
  components: ['1.1.1', '1.1.2', '8.1.1', 'T.1.1'],
  n: 1,
  units: [
    {
      unitId: 'so_noi_vu',
      unitName: 'Sở Nội vụ',
      points: ['1', null, '2/3', '0.5'],
      appraised: '1',
      survey: '2/3',
      bonus: '0.5',
      penalty: '0.25',
      total: '23/12',
      maximum: '2.5',
      index: '230/3',
      totalDisplayed: '1.92',
      indexDisplayed: '76.67',
      className: 'Khá',
      grade: 'fair',
      rank: 1,
      tied: false,
      used: { 'assessment-2024.so_noi_vu': '104', 'survey-2024.so_noi_vu': '1', 'unit-so_noi_vu': '2' },
    },
  ],
  unranked: [{ unitId: 'so_du_lich', unitName: 'Sở Du lịch', state: 'not-submitted' }],
  logPosition: '48211',
} as const;

const [unit] = results.units;

/** The same after a decision on a complaint. */
const afterRuling = {
  ...results,
  units: [
    {
      ...unit,
      points: ['1', null, '2/3', '0.7'],
      bonus: '0.7',
      total: '127/60',
      index: '254/3',
      totalDisplayed: '2.12',
      indexDisplayed: '84.67',
      className: 'Tốt',
      grade: 'good',
    },
  ],
  logPosition: '51730',
} as const;

/** The files of a block and year opened, and its results: announced, published, corrected and imported. */
export const resultSamples: readonly DomainEvent[] = [
  blockYearOpened.of({
    year: 2024,
    blockId: 'so_ban_nganh',
    opened: ['so_noi_vu', 'so_tai_chinh'],
    alreadyOpen: ['so_du_lich'],
    openElsewhere: [{ unitId: 'can_gio', blockId: 'quan_huyen' }],
  }),
  provisionalResultsAnnounced.of({
    ...results,
    objectUntil: '2025-04-07T17:00:00.000Z',
    asked: { objectUntil: '2025-04-05T10:00:00.000Z' },
    announcedAt: '2025-03-20T02:00:00.000Z',
    digest: resultsDigest(results),
  }),
  resultsCorrected.of({
    ...afterRuling,
    supersedes: resultsDigest(results),
    differences: [
      {
        unitId: 'so_noi_vu',
        index: { from: '230/3', to: '254/3' },
        rank: { from: 1, to: 1 },
        className: { from: 'Khá', to: 'Tốt' },
      },
    ],
    reason: 'Khiếu nại được kết luận là đúng',
    decision: { number: '2345/QĐ-UBND', signedOn: '2025-06-01', signer: 'Chủ tịch Ủy ban nhân dân Thành phố' },
    correctedAt: '2025-06-02T02:00:00.000Z',
    digest: resultsDigest(afterRuling),
  }),
  resultsPublished.of({
    ...results,
    decision: { number: '1234/QĐ-UBND', signedOn: '2025-04-01', signer: 'Chủ tịch Ủy ban nhân dân Thành phố' },
    publishedAt: '2025-04-02T02:00:00.000Z',
    digest: resultsDigest(results),
  }),
  resultsImported.of({
    year: 2021,
    blockId: 'so_ban_nganh',
    blockName: 'Sở, ban, ngành',
    n: 22,
    rows: [
      {
        unitId: 'so_noi_vu',
        unitName: 'Sở Nội vụ',
        index: '92.57',
        rank: 4,
        className: 'Xuất sắc',
        grade: 'excellent',
        note: 'Nguồn khác ghi 92,75 (mẫu)',
      },
    ],
    source: {
      title: 'Báo cáo kết quả năm 2021 (mẫu)',
      url: 'https://example.vn/cchc-2021',
    },
  }),
];
