/** department: sở, ban, ngành; district: quận, huyện, thành phố thuộc tỉnh; ward: phường; commune: xã, thị trấn; special-zone: đặc khu. */
export const unitTypes = ['department', 'district', 'ward', 'commune', 'special-zone'] as const;
export type UnitType = (typeof unitTypes)[number];

/** The level of government (cấp): since 1/7/2025 there are no districts. */
export type UnitLevel = 'province' | 'district' | 'commune';
