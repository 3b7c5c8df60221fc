import { Controller, Get, Param, type Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import { controllers } from '../api.module';

interface Argument {
  readonly index: number;
  readonly data?: unknown;
  readonly pipes: readonly unknown[];
}

/** Parameters of paths that are more than the text as it stands, and have no pipe of their own to read it: validation leaves them alone. */
function unreadIn(controller: Type): string[] {
  const prototype = controller.prototype as object;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const given = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<string, Argument>;
    const types = (Reflect.getMetadata('design:paramtypes', prototype, name) ?? []) as unknown[];
    return Object.entries(given)
      .filter(([key]) => key.startsWith(`${RouteParamtypes.PARAM}:`))
      .filter(([, { index, data, pipes }]) => pipes.length === 0 && (data === undefined || types[index] !== String))
      .map(([, { index }]) => `${controller.name}.${name} ${index}`);
  });
}

@Controller()
class Careless {
  @Get(':year/:id')
  read(@Param('year') year: number, @Param('id') id: string, @Param() all: { year: number }): unknown {
    return [year, id, all];
  }
}

it('are read by pipes of their own, or are text', () => {
  expect(controllers.flatMap(unreadIn)).toEqual([]);
});

it('are found where they are not', () => {
  expect(unreadIn(Careless).sort()).toEqual(['Careless.read 0', 'Careless.read 2']);
});
