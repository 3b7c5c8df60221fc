import { storyMergers } from './story';

/** The two blocks (Khối) of Ho Chi Minh City under QĐ 4000/QĐ-UBND and their units, by their real names before 1 July 2025. */

export interface DemoUnit {
  readonly unitId: string;
  readonly name: string;
  readonly type: 'department' | 'district';
}

export interface DemoBlock {
  readonly blockId: string;
  readonly name: string;
  readonly rulesetId: string;
  readonly units: readonly DemoUnit[];
}

const departments: readonly (readonly [string, string])[] = [
  ['so_tu_phap', 'Sở Tư pháp'],
  ['so_ke_hoach_va_dau_tu', 'Sở Kế hoạch và Đầu tư'],
  ['ban_quan_ly_an_toan_thuc_pham', 'Ban Quản lý An toàn thực phẩm'],
  ['so_noi_vu', 'Sở Nội vụ'],
  ['so_tai_chinh', 'Sở Tài chính'],
  ['so_y_te', 'Sở Y tế'],
  ['so_nong_nghiep', 'Sở Nông nghiệp và Phát triển nông thôn'],
  ['thanh_tra_thanh_pho', 'Thanh tra Thành phố'],
  ['so_khoa_hoc_va_cong_nghe', 'Sở Khoa học và Công nghệ'],
  ['ban_quan_ly_khu_cong_nghe_cao', 'Ban Quản lý Khu Công nghệ cao'],
  ['so_quy_hoach_kien_truc', 'Sở Quy hoạch - Kiến trúc'],
  ['so_giao_duc_va_dao_tao', 'Sở Giáo dục và Đào tạo'],
  ['so_van_hoa_va_the_thao', 'Sở Văn hóa và Thể thao'],
  ['so_cong_thuong', 'Sở Công Thương'],
  ['so_du_lich', 'Sở Du lịch'],
  ['so_giao_thong_van_tai', 'Sở Giao thông vận tải'],
  ['so_lao_dong', 'Sở Lao động - Thương binh và Xã hội'],
  ['so_ngoai_vu', 'Sở Ngoại vụ'],
  ['so_tai_nguyen_va_moi_truong', 'Sở Tài nguyên và Môi trường'],
  ['so_thong_tin_va_truyen_thong', 'Sở Thông tin và Truyền thông'],
  ['so_xay_dung', 'Sở Xây dựng'],
  ['ban_quan_ly_khu_che_xuat', 'Ban Quản lý các khu chế xuất và công nghiệp'],
];

const districts: readonly (readonly [string, string])[] = [
  ['tp_thu_duc', 'UBND Thành phố Thủ Đức'],
  ...['1', '3', '4', '5', '6', '7', '8', '10', '11', '12'].map((n) => [`quan_${n}`, `UBND Quận ${n}`] as const),
  ['binh_tan', 'UBND Quận Bình Tân'],
  ['binh_thanh', 'UBND Quận Bình Thạnh'],
  ['go_vap', 'UBND Quận Gò Vấp'],
  ['phu_nhuan', 'UBND Quận Phú Nhuận'],
  ['tan_binh', 'UBND Quận Tân Bình'],
  ['tan_phu', 'UBND Quận Tân Phú'],
  ['binh_chanh', 'UBND Huyện Bình Chánh'],
  ['can_gio', 'UBND Huyện Cần Giờ'],
  ['cu_chi', 'UBND Huyện Củ Chi'],
  ['hoc_mon', 'UBND Huyện Hóc Môn'],
  ['nha_be', 'UBND Huyện Nhà Bè'],
];

const asUnits = (list: readonly (readonly [string, string])[], type: DemoUnit['type']): DemoUnit[] =>
  list.map(([unitId, name]) => ({ unitId, name, type }));

export const demoBlocks: readonly DemoBlock[] = [
  {
    blockId: 'so_ban_nganh',
    name: 'Sở, ban, ngành',
    rulesetId: 'hcm-so-ban-nganh',
    units: asUnits(departments, 'department'),
  },
  {
    blockId: 'quan_huyen',
    name: 'UBND TP Thủ Đức, quận, huyện',
    rulesetId: 'hcm-quan-huyen',
    units: asUnits(districts, 'district'),
  },
];

/** The units of a block at the end of a year, with those of the story: at first the ones that merge, later what came out of them. */
export function unitsOf({ blockId, units }: DemoBlock, year: number): readonly DemoUnit[] {
  const mergers = storyMergers.filter((merger) => merger.blockId === blockId);
  return [...units, ...mergers.flatMap((merger) => (year < merger.year ? merger.predecessors : [merger.successor]))];
}

/** The block of a unit of the City. */
export function blockOf(unitId: string): DemoBlock {
  const block = demoBlocks.find(({ units }) => units.some((unit) => unit.unitId === unitId));
  if (block === undefined) throw new Error(`${unitId} is in no block`);
  return block;
}
