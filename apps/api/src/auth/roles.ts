/** In which capacity a person acts; each route names the roles that may use it. */
export const roles = [
  /** Enters declarations and evidence of the own unit. */
  'unit-officer',
  /** Approves and submits for the own unit. */
  'unit-head',
  /** Appraises files; the decisions refuse the own unit's. */
  'appraiser',
  'survey-organiser',
  'case-handler',
  /** Sở Nội vụ: registers units and blocks, opens periods, publishes. Can neither declare nor appraise. */
  'administrator-of-units',
  /** Reads everything, writes nothing. */
  'auditor',
  /** Reads rankings, score sheets and flags, writes nothing. */
  'leader',
] as const;

export type Role = (typeof roles)[number];

/** Roles bound to one unit: they see and change that unit's file only. */
export const unitRoles: readonly Role[] = ['unit-officer', 'unit-head'];

/** Two roles that one person must not hold together (four eyes). */
export const separatedRoles: readonly (readonly [Role, Role])[] = [
  ['unit-officer', 'unit-head'],
  ['appraiser', 'administrator-of-units'],
];
