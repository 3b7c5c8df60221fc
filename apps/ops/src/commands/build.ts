import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Breather, letOthersGoFirst, NotDone } from '@app/platform';
import {
  RebuildBusy,
  RebuildCancelled,
  type RebuildDesk,
  RebuildRefused,
  RebuildsFailed,
  SPARE_HEAP_FLAGS,
} from '@app/read-store';
import { withBar } from './rebuild-bar';

/** Which projections hold what the log holds now, and what the others failed of. */
export interface Built {
  readonly done: readonly string[];
  readonly errors: readonly unknown[];
}

/** Makes the tables of these projections anew and tells how far it is. Throws RebuildRefused before the first begins. */
export type Build = (desk: RebuildDesk, wanted: readonly string[]) => Promise<Built>;

export const buildHere: Build = (desk, wanted) => buildWith(desk, wanted);

async function buildWith(desk: RebuildDesk, wanted: readonly string[], between?: () => Promise<void>): Promise<Built> {
  try {
    await withBar(wanted, (tell) => desk.rebuildAll(wanted, tell, undefined, between));
    return { done: wanted, errors: [] };
  } catch (error) {
    if (error instanceof RebuildsFailed) return { done: error.done, errors: error.errors };
    throw error;
  }
}

/** What the building process says at last: what is done, and the sentences it was refused with. */
interface Told {
  readonly done: readonly string[];
  readonly refusals: readonly string[];
}

/**
 * In a process of its own, which lets all others go first. What compares and changes over afterwards holds up read models that people wait
 * for, and must not wait behind everybody itself; but who has stepped back may not come forward again (on Linux only root may).
 */
export const buildApart: Build = async (_desk, wanted) => {
  const main = join(__dirname, '..', 'main.js');
  const child = spawn(
    process.execPath,
    [...SPARE_HEAP_FLAGS, ...process.execArgv, main, 'projections', 'build', ...wanted],
    {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  if (child.pid !== undefined) letOthersGoFirst(child.pid); // It says so itself only when it has loaded, which is work as well.
  let told: Told = { done: [], refusals: [] };
  child.once('message', (message) => (told = message as Told));
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  if (code === null) throw new NotDone(`Việc dựng lại bị dừng giữa chừng (${signal}); chạy lại lệnh này để làm tiếp.`);
  if (code !== 0) process.exitCode = code; // It has said why.
  return { done: told.done, errors: told.refusals.map((sentence) => new RebuildRefused(sentence)) };
};

/** The building process: behind all others, and gone with whoever started it. */
export async function buildForOther(desk: RebuildDesk, wanted: readonly string[]): Promise<void> {
  letOthersGoFirst();
  const orphaned = () => process.exit(1);
  if (process.connected === false) orphaned();
  process.once('disconnect', orphaned);
  process.channel?.unref();
  const breather = new Breather();
  const { done, errors } = await buildWith(desk, wanted, () => breather.between());
  const refusals = errors.filter(isRefusal).map(({ message }) => message);
  process.send?.({ done, refusals } satisfies Told);
  for (const error of errors) if (!isRefusal(error)) throw error;
}

/** A sentence for the operator. */
export function isRefusal(error: unknown): error is Error {
  return error instanceof RebuildRefused || error instanceof RebuildBusy || error instanceof RebuildCancelled;
}
