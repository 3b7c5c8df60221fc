import { type DynamicModule, Module } from '@nestjs/common';
import { ProjectionCatalogue } from './projection-catalogue';
import { ProjectionHealth } from './projection-health';
import { ProjectionHost } from './projection-host';
import { QuarantineDesk } from './quarantine-desk';
import { READ_STORE_OPTIONS, type ReadStoreOptions } from './read-store-options';
import { ReadYourWrites } from './read-your-writes';
import { RebuildDesk } from './rebuild/rebuild-desk';

const services = [ProjectionCatalogue, ProjectionHost, ProjectionHealth, QuarantineDesk, ReadYourWrites, RebuildDesk];

/**
 * The read side, for the whole program. Needs DataSource, EventStore, EventRegistry and Clock from global modules, or from `imports`.
 * Read features add their projections to ProjectionCatalogue; `ProjectionHost.prepare` or `.start` comes after that.
 */
@Module({})
export class ReadStoreModule {
  static register(options: ReadStoreOptions & { readonly imports?: DynamicModule['imports'] } = {}): DynamicModule {
    const { imports = [], ...settings } = options;
    return {
      module: ReadStoreModule,
      global: true,
      imports,
      providers: [{ provide: READ_STORE_OPTIONS, useValue: settings }, ...services],
      exports: services,
    };
  }
}
