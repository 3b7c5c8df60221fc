import type { AnyProjection } from '@app/read-store';
import { type AnyEventSchema, everySchema, type HistoryEvent, logOf } from './history';
import { ProjectionLab } from './projection-lab';

/** Labs that nobody works in at present, the one used last behind all others. */
const idle: { readonly lab: ProjectionLab; readonly schemas: readonly AnyEventSchema[] }[] = [];
const MOST_IDLE = 4;

// Programs of the stress suites use this library outside of Jest.
if (typeof afterAll === 'function') afterAll(() => Promise.all(idle.splice(0).map(({ lab }) => lab.close())));

/** Works with a projection over a log of this history, nothing of which is applied yet. Its lab is one that another history of the suite had. */
export async function inLab<Result>(
  projection: AnyProjection,
  history: readonly HistoryEvent[],
  work: (lab: ProjectionLab) => Promise<Result>,
  schemas = everySchema,
): Promise<Result> {
  const lab = await labFor(projection, history, schemas);
  try {
    return await work(lab);
  } finally {
    idle.push({ lab, schemas });
    if (idle.length > MOST_IDLE) await idle.shift()?.lab.close();
  }
}

/** A database of its own for each history would be most of its price. */
async function labFor(
  projection: AnyProjection,
  history: readonly HistoryEvent[],
  schemas: readonly AnyEventSchema[],
): Promise<ProjectionLab> {
  const log = await logOf(history);
  const at = idle.findIndex((one) => one.lab.scope.projection === projection && one.schemas === schemas);
  const [found] = at === -1 ? [] : idle.splice(at, 1);
  if (found === undefined) return ProjectionLab.open(projection, log, schemas);
  await found.lab.beginWith(log);
  return found.lab;
}
