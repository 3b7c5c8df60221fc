export { fileRegister, type FileRegisterEvent } from './projections/file-register.projection';
export { fileRegisterVersion } from './projections/file-register.tables';
export {
  type FilesAsked,
  type ListedFile,
  type ListedFiles,
  ListFiles,
  ListFilesHandler,
} from './queries/list-files.query';
export { actOf } from './course/act';
export { courseOfEvents, type FileKnown } from './course/course-of-events';
export type * from './course/file-course';
export type { FileState, OwnState, Wait, Waited } from './standing/standing';
export { BlockNotKnown, FieldNotKnown, FileNotOpened } from './file-register.errors';
export { FileRegisterModule } from './file-register.module';
