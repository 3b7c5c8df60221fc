import { keep } from './keeper';

// A program of its own: `node keeper-main.js <folder>`, started detached by the first client. Its stderr is keeper.log.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined); // They are meant for the clients.
keep(process.argv[2] ?? '').then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(new Date().toISOString(), error);
    process.exit(1);
  },
);
