import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { readConfig, run, StartUpRefused, stopOnSignal } from '@app/platform';
import { sayReady } from './start/greeting';
import { Lifetime } from './start/lifetime';
import { listen, startApi } from './start/start-api';

/** `npm start [-- --empty]`: log, read models and API in one process. */
async function main(): Promise<void> {
  const lifetime = new Lifetime();
  stopOnSignal(() => lifetime.end());
  try {
    const config = readConfig(process.env);
    const demo = config.profile === 'demo' && !emptyWanted();
    const app = await startApi(config, demo, lifetime);
    await sayReady(app, config, await listen(app, config));
  } catch (error) {
    // Told to stop half-way: what was cut short fails, and the process ends as it was told.
    if (lifetime.ending) return;
    await lifetime.end().catch(() => undefined);
    throw error;
  }
}

function emptyWanted(): boolean {
  try {
    return parseArgs({ options: { empty: { type: 'boolean', default: false } } }).values.empty;
  } catch {
    throw new StartUpRefused('Chỉ có một tùy chọn: --empty (bắt đầu không có dữ liệu mẫu).');
  }
}

void run(main);
