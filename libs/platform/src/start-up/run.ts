import { StartUpRefused } from '@app/postgres';

/** Runs an app. A refusal to start is one sentence on stderr and exit 78; any other failure its stack and exit 1. */
export async function run(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    const refused = error instanceof StartUpRefused;
    console.error(refused ? error.message : error);
    process.exit(refused ? StartUpRefused.exitCode : 1);
  }
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
