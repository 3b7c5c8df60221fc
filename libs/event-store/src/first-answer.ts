import { CommandIdReused } from './errors';
import type { CommandContext } from './recorded-event';
import type { CommandResult } from './command-result';

/** What a command was answered when it was carried out, and its digest where it was recorded with one. */
export interface FirstAnswer {
  readonly result: CommandResult;
  readonly commandDigest?: string | undefined;
}

/**
 * What a repeat of this command is answered; undefined when no command of this id was carried out. Throws CommandIdReused when the id
 * stands for something else; without a digest on both sides nobody can tell.
 */
export function firstAnswerTo(
  { commandId, commandDigest }: CommandContext,
  answers: ReadonlyMap<string, FirstAnswer>,
): CommandResult | undefined {
  const first = answers.get(commandId);
  if (!first) return undefined;
  const comparable = commandDigest !== undefined && first.commandDigest !== undefined;
  if (comparable && commandDigest !== first.commandDigest) throw new CommandIdReused(commandId);
  return first.result;
}
