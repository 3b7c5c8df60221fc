import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

/** The read model that a question is answered from, in the version that this program asks for. */
export interface ReadFrom {
  readonly projection: string;
  readonly version: number;
}

const readFromKey = 'read-from';
const asOfLogKey = 'as-of-log';

/** In the document: what was known at a moment is told by the log itself, not by a read model. */
export const asOfLogExtension = 'x-as-of-from-log';

export const SetReadFrom = (from: ReadFrom) => SetMetadata(readFromKey, from);

export const SetAsOfFromLog = () =>
  applyDecorators(SetMetadata(asOfLogKey, true), ApiExtension(asOfLogExtension, true)) as MethodDecorator;

/** The read model that answers; undefined for what is not answered from one: asked as of a moment, it may be the log itself. */
export function readFromOf(handler: object, asOfAsked: boolean): ReadFrom | undefined {
  if (asOfAsked && Reflect.hasMetadata(asOfLogKey, handler)) return undefined;
  return Reflect.getMetadata(readFromKey, handler) as ReadFrom | undefined;
}
