import type { Papers } from '@app/access';
import { Controller, Get, Post, RequestMethod, type Type } from '@nestjs/common';
import { controllers } from '../api.module';
import { papersOf, Viewed } from '../viewing/viewed';
import { type Access, accessKey, Allow, draftReaders, HidesDrafts, hidesDraftsKey, Personal, Public } from './access';
import { type Role, unitRoles } from './roles';

interface Route {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly access: Access | undefined;
  readonly hidesDrafts: boolean;
  readonly papers: Papers | undefined;
}

/** Every route of the controllers with who may use it, as the guard reads it. */
function routesOf(classes: readonly Type[]): Route[] {
  return classes.flatMap((controller) => {
    const prototype = controller.prototype as Record<string, unknown>;
    const prefix = Reflect.getMetadata('path', controller) as string;
    return Object.getOwnPropertyNames(prototype)
      .map((name) => ({ name, handler: prototype[name] as object }))
      .filter(({ handler }) => Reflect.hasMetadata('method', handler))
      .map(({ name, handler }) => ({
        name: `${controller.name}.${name}`,
        method: RequestMethod[Reflect.getMetadata('method', handler) as RequestMethod],
        path: `/${prefix}/${Reflect.getMetadata('path', handler) as string}`,
        access: (Reflect.getMetadata(accessKey, handler) ?? Reflect.getMetadata(accessKey, controller)) as
          Access | undefined,
        hidesDrafts: Reflect.hasMetadata(hidesDraftsKey, handler),
        papers: papersOf(handler),
      }));
  });
}

/** Where identity providers speak, who have no account: what they say is signed. */
const backChannel = '/auth/back-channel-logout/';
const readers: readonly Role[] = ['auditor', 'leader', 'it-admin'];

/** Papers that hold what a unit has entered. */
const holdsEntries = (papers: Papers | undefined): boolean => papers === 'file' || papers === 'score-sheet';

/** What is wrong with who may use a route; undefined when nothing is. */
function faultOf({ method, path, access, hidesDrafts, papers }: Route): string | undefined {
  if (access === undefined) return 'declares nobody';
  if (access === 'public') return method === 'GET' || path.startsWith(backChannel) ? undefined : 'lets everybody write';
  if (access === 'personal') return /^\/(me|accounts)\//.test(path) ? undefined : 'lets every account in';
  if (access.includes('it-admin') && !/^\/(accounts|projections)\//.test(path))
    return 'shows the work to who runs the system';
  if (method !== 'GET' && access.some((role) => readers.includes(role))) return 'lets readers write';
  if (!path.includes(':unitId') && access.some((role) => unitRoles.includes(role)))
    return 'gives a unit role more than its unit';
  if (hidesDrafts && !draftReaders.every((role) => access.includes(role)))
    return 'shows drafts to whom it does not let in';
  if (!hidesDrafts && holdsEntries(papers) && access.some((role) => !draftReaders.includes(role)))
    return 'shows drafts';
  return undefined;
}

const faultsOf = (classes: readonly Type[]) =>
  routesOf(classes)
    .map((route) => ({ route: route.name, fault: faultOf(route) }))
    .filter(({ fault }) => fault !== undefined);

it('declares at every route who may use it', () => {
  expect(routesOf(controllers).length).toBeGreaterThan(10);
  expect(faultsOf(controllers)).toEqual([]);
});

it('would notice a route without a declaration, or with one too many', () => {
  @Controller('planted')
  class Planted {
    @Get('undeclared')
    undeclared(): void {}

    @Public()
    @Post('open')
    open(): void {}

    @Allow('auditor')
    @Post('reader')
    reader(): void {}

    @Allow('unit-head')
    @Get('all-units')
    allUnits(): void {}

    @Personal()
    @Get('anybody')
    anybody(): void {}

    @Allow('auditor', 'it-admin')
    @Get('scores')
    scores(): void {}

    @Allow('unit-head')
    @Get(':unitId')
    own(): void {}

    @HidesDrafts()
    @Allow(...(draftReaders.slice(1) as [Role]))
    @Get(':unitId/draft')
    draft(): void {}

    @Viewed('score-sheet')
    @Allow('unit-head', 'leader')
    @Get(':unitId/sheet')
    sheet(): void {}

    @Viewed('file')
    @Allow(...(draftReaders as [Role]))
    @Get(':unitId/file')
    file(): void {}
  }
  expect(faultsOf([Planted])).toEqual([
    { route: 'Planted.undeclared', fault: 'declares nobody' },
    { route: 'Planted.open', fault: 'lets everybody write' },
    { route: 'Planted.reader', fault: 'lets readers write' },
    { route: 'Planted.allUnits', fault: 'gives a unit role more than its unit' },
    { route: 'Planted.anybody', fault: 'lets every account in' },
    { route: 'Planted.scores', fault: 'shows the work to who runs the system' },
    { route: 'Planted.draft', fault: 'shows drafts to whom it does not let in' },
    { route: 'Planted.sheet', fault: 'shows drafts' },
  ]);
});
