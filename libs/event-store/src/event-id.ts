import { v5 as nameBased, validate as isUuid } from 'uuid';
import { InvalidAppend } from './errors';

/** The id of a command's event: the same command gives the same ids again, in whatever process. Throws InvalidAppend. */
export function eventIdOf(commandId: string, stream: string, part: number): string {
  if (!isUuid(commandId))
    throw new InvalidAppend(`Append to ${stream} refused: the command id ${commandId} is no UUID`);
  return nameBased(`${stream}/${part}`, commandId);
}
