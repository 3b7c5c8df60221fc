import { v5 as nameBased, validate as isUuid } from 'uuid';
import { InvalidAppend } from './errors';
import type { CommandContext } from './recorded-event';

/**
 * The id of a command's event: the same command gives the same ids again, in whatever process. Another command under the same command id
 * gives other ids, so that no store takes it for a repeat. Throws InvalidAppend.
 */
export function eventIdOf(
  { commandId, commandDigest }: Pick<CommandContext, 'commandId' | 'commandDigest'>,
  stream: string,
  part: number,
): string {
  if (!isUuid(commandId))
    throw new InvalidAppend(`Append to ${stream} refused: the command id ${commandId} is no UUID`);
  const name = `${stream}/${part}`;
  return nameBased(commandDigest === undefined ? name : `${name}/${commandDigest}`, commandId);
}
