import { AssessmentAlreadyOpened, type OpenAssessment } from '@app/assessment';
import type { DataOf } from '@app/kernel';
import type { blockYearOpened } from './opening.events';

/** What became of every member's file. */
export type FilesOpened = Omit<DataOf<typeof blockYearOpened>, 'year' | 'blockId'>;

/** Sends the commands one after the other; a file that is open already is reported, not refused. */
export async function openEach(
  commands: readonly OpenAssessment[],
  send: (command: OpenAssessment) => Promise<unknown>,
): Promise<FilesOpened> {
  const opened: string[] = [];
  const alreadyOpen: string[] = [];
  const openElsewhere: { unitId: string; blockId: string }[] = [];
  for (const command of commands) {
    const { unitId, blockId } = command.input;
    try {
      await send(command);
      opened.push(unitId);
    } catch (error) {
      if (!(error instanceof AssessmentAlreadyOpened)) throw error;
      if (error.blockId === blockId) alreadyOpen.push(unitId);
      else openElsewhere.push({ unitId, blockId: error.blockId });
    }
  }
  return { opened, alreadyOpen, openElsewhere };
}
