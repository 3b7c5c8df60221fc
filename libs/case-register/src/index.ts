export type { CaseEntry, CaseKey, CaseState } from './case-entry';
export { type CaseCourse, casesIn, isBehind } from './cases-in';
export { caseRegister } from './projections/case-register.projection';
export { caseRegisterVersion } from './projections/case-register.tables';
export { type CaseList, ListCases, ListCasesHandler, type ListedCase, type UnitYear } from './queries/list-cases.query';
export { CaseRegisterModule } from './case-register.module';
