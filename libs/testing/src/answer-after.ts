import type { AnyProjection } from '@app/read-store';
import type { HistoryEvent } from './history';
import { inLab } from './labs';
import type { ProjectionLab } from './projection-lab';

/** What a question to the rows of a projection is answered after a history, applied in batches of about so many events. */
export function answerAfter<Answer>(
  projection: AnyProjection,
  history: readonly HistoryEvent[],
  question: (lab: ProjectionLab) => Promise<Answer>,
  batchSize = 1000,
): Promise<Answer> {
  return inLab(projection, history, async (lab) => {
    await lab.catchUp(batchSize);
    return question(lab);
  });
}
