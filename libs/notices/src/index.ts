export type { Notice, ReRanked, SaidKind, Sayings, Standing } from './projections/notice';
export { notices, type NoticesEvent } from './projections/notices.projection';
export { noticesVersion } from './projections/notices.tables';
export { GetNotices, GetNoticesHandler, type NoticeKey, type Notices } from './queries/get-notices.query';
export { UnitNotKnown } from './notices.errors';
export { NoticesModule } from './notices.module';
