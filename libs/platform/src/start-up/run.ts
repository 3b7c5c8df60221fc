import { DomainError } from '@app/kernel';
import { StartUpRefused } from '@app/postgres';
import { NotDone } from './not-done';

/** Runs an app. A refusal is its sentence on stderr: to start, with exit 78; by a rule, with exit 1. Any other failure its stack and exit 1. */
export async function run(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    console.error(isSentence(error) ? error.message : error);
    process.exit(error instanceof StartUpRefused ? StartUpRefused.exitCode : 1);
  }
}

function isSentence(error: unknown): error is Error {
  return error instanceof StartUpRefused || error instanceof NotDone || error instanceof DomainError;
}

/** How long an orderly stop may take before the process ends anyway, ms. What was acknowledged is safe either way. */
const patience = 9_000;

/** At the first SIGINT, SIGTERM or SIGHUP runs `stop` and ends the process with 0; a second signal ends it at once. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = () => {
    if (stopping) process.exit(130);
    stopping = true;
    setTimeout(() => process.exit(1), patience).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
}
