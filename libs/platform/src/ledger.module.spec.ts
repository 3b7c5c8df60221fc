import { Injectable, Module, type Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { type Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Test, type TestingModule } from '@nestjs/testing';
import * as unitFeature from '@app/unit';
import { DataSource } from 'typeorm';
import { InMemoryEventStore } from '@app/testing';
import { LedgerModule } from './ledger.module';

/** Metadata keys of @nestjs/cqrs: on a handler, which command or query it handles. */
const handles = ['__commandHandler__', '__queryHandler__'];

/** No connection is opened: the source is never initialised. */
const unopened = new DataSource({ type: 'postgres' });

async function wired(...also: Type[]): Promise<TestingModule> {
  const ledger = LedgerModule.register({ store: new InMemoryEventStore(), dataSource: unopened });
  return Test.createTestingModule({ imports: [ledger, ...also] }).compile();
}

/** Every handler class with what it handles. */
function handlersIn(app: TestingModule): { handler: string; handled: Type }[] {
  const providers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.providers.values()]);
  const classes = new Set(
    providers.map(({ metatype }) => metatype).filter((metatype) => typeof metatype === 'function'),
  );
  return [...classes].flatMap((metatype) =>
    handles
      .map((key) => Reflect.getMetadata(key, metatype) as Type | undefined)
      .filter((handled) => handled !== undefined)
      .map((handled) => ({ handler: metatype.name, handled })),
  );
}

/** Of two handlers of one command the bus silently keeps the second: names of what is handled more than once. */
function handledTwice(app: TestingModule): string[] {
  const names = handlersIn(app).map(({ handled }) => handled.name);
  return names.filter((name, at) => names.indexOf(name) !== at);
}

it('gives every command and query exactly one handler', async () => {
  const app = await wired();
  expect(handledTwice(app)).toEqual([]);
  expect(handlersIn(app).length).toBeGreaterThan(10);
});

it('would notice a second handler', async () => {
  @CommandHandler(unitFeature.RegisterUnit)
  @Injectable()
  class Usurper implements ICommandHandler<unitFeature.RegisterUnit> {
    execute(): Promise<never> {
      return Promise.reject(new Error('not the right one'));
    }
  }
  @Module({ providers: [Usurper] })
  class UsurpingModule {}
  expect(handledTwice(await wired(UsurpingModule))).toEqual(['RegisterUnit']);
});

it('carries a command from the bus to the log', async () => {
  const app = await (await wired()).init();
  const register: Command<unknown> = new unitFeature.RegisterUnit(
    { unitId: 'so_noi_vu', name: 'Sở Nội vụ', type: 'department', officialCode: null, registeredOn: '2020-01-01' },
    {
      commandId: '018f0000-0000-7000-8000-000000000001',
      correlationId: '018f0000-0000-7000-8000-000000000002',
      causationId: '018f0000-0000-7000-8000-000000000001',
      actor: 'an',
      onBehalfOf: null,
      role: 'administrator-of-units',
    },
  );
  const result = await app.get(CommandBus).execute(register);
  expect(result).toEqual({ stream: 'unit-so_noi_vu', revision: 0n, position: 1n });
  await app.close();
});
