/**
 * Results of 2021 as the press published them: the two ends of each list with their figures, and the printed order between.
 * What was not published (points, classes, the number of ranked departments) is absent: nothing is filled in.
 */

export const source2021 = {
  title: 'Công bố Chỉ số cải cách hành chính năm 2021 của TP.HCM (theo báo đăng ngày 28/03/2022)',
  url: 'https://viet-jo.com/news/social/220328193205.html',
} as const;

export interface Published2021 {
  readonly blockId: string;
  /** Number of ranked units; null where it is not known. */
  readonly n: number | null;
  readonly rows: readonly {
    readonly unitId: string;
    readonly index: string | null;
    readonly rank: number | null;
    readonly note: string | null;
  }[];
}

const PRINTED_ORDER = 'Thứ hạng theo thứ tự in trong nguồn';

function inPrintedOrder(unitIds: readonly string[], first: string): Published2021['rows'] {
  return unitIds.map((unitId, place) =>
    place === 0
      ? { unitId, index: first, rank: 1, note: null }
      : { unitId, index: null, rank: place + 1, note: PRINTED_ORDER },
  );
}

export const published2021: readonly Published2021[] = [
  {
    blockId: 'so_ban_nganh',
    n: null,
    rows: [
      ...inPrintedOrder(
        [
          ...['so_tu_phap', 'so_ke_hoach_va_dau_tu', 'ban_quan_ly_an_toan_thuc_pham', 'so_noi_vu', 'so_tai_chinh'],
          ...['so_y_te', 'so_nong_nghiep', 'thanh_tra_thanh_pho', 'so_khoa_hoc_va_cong_nghe'],
          ...['ban_quan_ly_khu_cong_nghe_cao', 'so_quy_hoach_kien_truc', 'so_giao_duc_va_dao_tao'],
        ],
        '95.06',
      ),
      {
        unitId: 'so_van_hoa_va_the_thao',
        index: '75.04',
        rank: null,
        note: 'Xếp cuối khối; số thứ hạng không công bố',
      },
    ],
  },
  {
    blockId: 'quan_huyen',
    n: 22,
    rows: [
      ...inPrintedOrder(
        [
          ...['binh_tan', 'quan_10', 'quan_1', 'quan_6', 'tan_binh', 'phu_nhuan', 'quan_4', 'quan_3', 'binh_thanh'],
          ...['tp_thu_duc', 'quan_8', 'quan_12', 'cu_chi', 'go_vap', 'tan_phu', 'nha_be'],
        ],
        '94.27',
      ),
      { unitId: 'quan_7', index: '78.82', rank: 22, note: 'Xếp cuối khối; 22 là số đơn vị cấp huyện của Thành phố' },
    ],
  },
];
