/** What a library may import: other libraries (all of them, or only their types) and packages. See docs/adr/0002. */
export interface Room {
  readonly libs?: readonly string[];
  /** Libraries of which only types may be imported: nothing of them runs here. */
  readonly types?: readonly string[];
  /** Packages and node built-ins, by prefix. */
  readonly packages?: readonly string[];
  /** Packages only a sub-folder of src may import: folder → packages. */
  readonly folders?: Readonly<Record<string, readonly string[]>>;
}

const writeFeatures = ['unit', 'period', 'assessment', 'survey', 'casework', 'access'];
const readFeatures = [
  'scorecard',
  'ranking',
  'accountability',
  'notices',
  'unit-register',
  'file-register',
  'case-register',
];
const nest = ['@nestjs/common', '@nestjs/cqrs'];

const writeFeature: Room = { libs: ['kernel', 'ruleset', 'event-store'], packages: nest };
const readFeature: Room = {
  libs: ['kernel', 'ruleset', 'scoring', 'read-store'],
  types: ['event-store', ...writeFeatures, 'publication'],
  packages: [...nest, '@nestjs/typeorm', 'typeorm', 'pg'],
};

/** Every room of the house. A folder of libs/ that is missing here fails the test. */
export const rooms: Readonly<Record<string, Room>> = {
  kernel: {},
  // The API's types, for whoever calls it: nothing of the program itself.
  'api-client': {},
  ruleset: { libs: ['kernel'], packages: ['ajv', 'node:crypto'] },
  'event-store': {
    libs: ['kernel'],
    packages: ['@nestjs/common', 'uuid', 'node:'],
    folders: { postgres: ['pg', 'pg-copy-streams'], eventstoredb: ['@eventstore/db-client', '@grpc/grpc-js'] },
  },
  'read-store': {
    libs: ['kernel', 'event-store'],
    packages: ['@nestjs/common', '@nestjs/typeorm', 'typeorm', 'pg', 'node:'],
    folders: { rebuild: ['pg-copy-streams'] },
  },
  postgres: { libs: ['kernel'], packages: ['typeorm', 'pg', 'node:'] },
  simulation: { libs: ['kernel', 'event-store', 'read-store'], packages: ['@nestjs/common', 'node:crypto'] },
  scoring: { libs: ['kernel', 'ruleset'], types: ['event-store', ...writeFeatures, 'publication'] },
  ...Object.fromEntries(writeFeatures.map((name) => [name, writeFeature])),
  publication: {
    libs: ['kernel', 'ruleset', 'event-store', 'scoring', ...writeFeatures],
    packages: [...nest, 'node:crypto'],
  },
  audit: {
    libs: ['kernel', 'event-store', 'publication', ...writeFeatures],
    types: ['scoring'],
    packages: nest,
  },
  ...Object.fromEntries(readFeatures.map((name) => [name, readFeature])),
  terminal: { libs: ['kernel'], types: ['scoring', 'ranking'], packages: ['cli-progress', 'cli-table3'] },
  demo: {
    libs: ['kernel', 'ruleset', 'event-store', 'terminal', 'platform', 'publication', ...writeFeatures],
    packages: [...nest, '@nestjs/core', 'uuid', 'node:crypto'],
  },
  nation: {
    libs: ['kernel', 'ruleset', 'event-store', 'scoring', 'publication', 'demo', ...writeFeatures],
    packages: ['node:crypto'],
  },
  platform: {
    libs: [
      ...['kernel', 'ruleset', 'event-store', 'read-store', 'postgres', 'scoring', 'publication', 'terminal', 'audit'],
      ...writeFeatures,
      ...readFeatures,
    ],
    packages: ['@nestjs/', 'typeorm', 'pg', 'zod', 'node:', 'pino'],
  },
};

/** Of @nestjs/cqrs only the two buses: its events and sagas live in memory and lose facts. */
export const allowedFromCqrs = [
  ...['CqrsModule', 'Command', 'CommandBus', 'CommandHandler', 'ICommandHandler'],
  ...['Query', 'QueryBus', 'QueryHandler', 'IQueryHandler'],
];

/** Only apps/api knows HTTP; only composition knows technology: apps may import every library but `testing`. */
export const appLibs = Object.keys(rooms);
