import 'reflect-metadata';
import { constants } from 'node:os';
import { run } from '@app/platform';
import { endOnLostOutput } from './output';
import { parProgram } from './program';

endOnLostOutput();
// An orderly exit, so that a progress bar gives the terminal back what it took. The codes are those of a shell: 128 + signal.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(128 + constants.signals[signal]));
}

void run(async () => {
  await parProgram().parseAsync();
});
