import { AssessmentAlreadyOpened, type OpenAssessment } from '@app/assessment';
import type { CommandResult, Position } from '@app/event-store';

/** What became of every member's file. `position`: a reader that has reached it sees all of them. */
export interface BlockYearOpened {
  readonly opened: readonly CommandResult[];
  /** Units whose file for this block another command had opened before. */
  readonly alreadyOpen: readonly string[];
  /** Members whose file of the year is open for another block: they are assessed there, not here. */
  readonly openElsewhere: readonly { readonly unitId: string; readonly blockId: string }[];
  readonly position: Position;
}

/** Sends the commands one after the other; a file that is open already is reported, not refused. `head`: where the log stood before. */
export async function openEach(
  commands: readonly OpenAssessment[],
  send: (command: OpenAssessment) => Promise<CommandResult>,
  head: Position,
): Promise<BlockYearOpened> {
  const opened: CommandResult[] = [];
  const alreadyOpen: string[] = [];
  const openElsewhere: { unitId: string; blockId: string }[] = [];
  for (const command of commands) {
    try {
      opened.push(await send(command));
    } catch (error) {
      if (!(error instanceof AssessmentAlreadyOpened)) throw error;
      const { unitId, blockId } = command.input;
      if (error.blockId === blockId) alreadyOpen.push(unitId);
      else openElsewhere.push({ unitId, blockId: error.blockId });
    }
  }
  const position = opened.reduce((latest, result) => (result.position > latest ? result.position : latest), head);
  return { opened, alreadyOpen, openElsewhere, position };
}
