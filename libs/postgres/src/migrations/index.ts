import type { MigrationInterface } from 'typeorm';
import { CreateRolesAndSchemas1700000000000 } from './1700000000000-create-roles-and-schemas';
import { CreateLog1700000000001 } from './1700000000001-create-log';
import { GroupAppends1700000000002 } from './1700000000002-group-appends';
import { AppendSingles1700000000003 } from './1700000000003-append-singles';

/** Everything that is not derived, in the order it is applied. A new migration is one file and one line here. */
export const migrations: readonly (new () => MigrationInterface)[] = [
  CreateRolesAndSchemas1700000000000,
  CreateLog1700000000001,
  GroupAppends1700000000002,
  AppendSingles1700000000003,
];
