import type { AnyProjection } from '@app/read-store';
import { type HistoryEvent, logOf, ProjectionLab } from './projection-spec';

/** What a question to the rows of a projection is answered after a history, applied in batches of about so many events. */
export async function answerAfter<Answer>(
  projection: AnyProjection,
  history: readonly HistoryEvent[],
  question: (lab: ProjectionLab) => Promise<Answer>,
  batchSize = 1000,
): Promise<Answer> {
  const lab = await ProjectionLab.open(projection, await logOf(history));
  try {
    await lab.catchUp(batchSize);
    return await question(lab);
  } finally {
    await lab.close();
  }
}
