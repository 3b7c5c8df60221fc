import { SetMetadata } from '@nestjs/common';

/** The read model that a question is answered from, in the version that this program asks for. */
export interface ReadFrom {
  readonly projection: string;
  readonly version: number;
}

const readFromKey = 'read-from';

export const SetReadFrom = (from: ReadFrom) => SetMetadata(readFromKey, from);

/** Undefined for what is not answered from a read model. */
export function readFromOf(handler: object): ReadFrom | undefined {
  return Reflect.getMetadata(readFromKey, handler) as ReadFrom | undefined;
}
