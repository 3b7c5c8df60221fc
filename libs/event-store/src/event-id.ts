import { hash } from 'node:crypto';
import { validate as isUuid } from 'uuid';
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

/** The id that a name has within another id: RFC 9562, version 5, as any library computes it; written out because it is part of every command. */
export function nameBased(name: string, namespace: string): string {
  const digest = hash('sha1', Buffer.concat([Buffer.from(namespace.replaceAll('-', ''), 'hex'), Buffer.from(name)]));
  const variant = VARIANTS[Number.parseInt(digest.charAt(16), 16) & 3];
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-5${digest.slice(13, 16)}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}

const VARIANTS = ['8', '9', 'a', 'b'];
