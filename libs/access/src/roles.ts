/** In which capacity a person acts; each route names the roles that may use it. */
export const roles = [
  /** Enters declarations and evidence of the own unit. */
  'unit-officer',
  /** Approves and submits for the own unit. */
  'unit-head',
  /** Appraises files; the decisions refuse the own unit's. */
  'appraiser',
  /** Enters what the appraisal council decided (thư ký Hội đồng thẩm định), and decisions on upheld cases. Neither appraises nor publishes. */
  'council',
  'survey-organiser',
  'case-handler',
  /** Sở Nội vụ: registers units and blocks, opens periods, publishes, grants roles. Can neither declare nor appraise. */
  'administrator-of-units',
  /** Reads everything, writes nothing. */
  'auditor',
  /** Reads rankings, score sheets and flags, writes nothing. */
  'leader',
  /** Runs the system: sees accounts and how far the read models are. No score, no file, no ranking before its publication. */
  'it-admin',
] as const;

export type Role = (typeof roles)[number];

/** What people call them. */
export const roleNames: Readonly<Record<Role, string>> = {
  'unit-officer': 'cán bộ nhập liệu của đơn vị',
  'unit-head': 'thủ trưởng đơn vị',
  appraiser: 'người thẩm định',
  council: 'thư ký Hội đồng thẩm định',
  'survey-organiser': 'người tổ chức khảo sát',
  'case-handler': 'người xử lý phản ánh, kiến nghị',
  'administrator-of-units': 'Sở Nội vụ',
  auditor: 'thanh tra',
  leader: 'lãnh đạo UBND',
  'it-admin': 'quản trị hệ thống',
};

/** Roles bound to one unit: they see and change that unit's file only. */
export const unitRoles: readonly Role[] = ['unit-officer', 'unit-head'];

/** Two roles that one person must not hold together (four eyes); whoever runs the system holds no other at all. */
export const separatedRoles: readonly (readonly [Role, Role])[] = [
  ['unit-officer', 'unit-head'],
  ['appraiser', 'administrator-of-units'],
  ['appraiser', 'council'],
  ['unit-officer', 'council'],
  ['unit-head', 'council'],
  ['administrator-of-units', 'council'],
  ['unit-officer', 'case-handler'],
  ['unit-head', 'case-handler'],
  ['unit-officer', 'survey-organiser'],
  ['unit-head', 'survey-organiser'],
  ...roles.filter((role) => role !== 'it-admin').map((role) => ['it-admin', role] as const),
];

/** The first two of the roles that one person must not hold together; undefined when there are none. */
export function separatedPairIn(held: readonly Role[]): readonly [Role, Role] | undefined {
  return separatedRoles.find(([one, other]) => held.includes(one) && held.includes(other));
}
