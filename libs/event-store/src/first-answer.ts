import { CommandIdReused } from './errors';
import type { CommandContext } from './recorded-event';
import type { CommandResult } from './command-result';

/** What a command was answered when it was carried out, and its digest where it was recorded with one. */
export interface FirstAnswer {
  readonly result: CommandResult;
  readonly commandDigest?: string | undefined;
}

/**
 * What a repeat of a command is answered that was carried out before. Throws CommandIdReused when its id stands for something else; without
 * a digest on both sides nobody can tell.
 */
export function repeated({ commandId, commandDigest }: CommandContext, first: FirstAnswer): CommandResult {
  const comparable = commandDigest !== undefined && first.commandDigest !== undefined;
  if (comparable && commandDigest !== first.commandDigest) throw new CommandIdReused(commandId);
  return first.result;
}
