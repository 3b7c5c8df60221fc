export { StartUpRefused } from './start-up-refused';
export { appDataSource, appDataSourceOptions, appPool, appRole, asApp, type ConnectionOptions } from './data-source';
export { type DatabaseAddresses, isMigrated, migrate } from './migrate';
export { migrations } from './migrations';
export { type Cluster, type ClusterOptions, openCluster } from './embedded/cluster';
export { type Server, type ServerOptions, startServer } from './embedded/server';
export { embeddedAddresses, makeLogins } from './embedded/roles';
export { embeddedPostgres, type EmbeddedPostgres } from './embedded/embedded-postgres';
export { makeFolder } from './make-folder';
