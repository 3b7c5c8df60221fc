import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Pool } from 'pg';
import type { Experiment } from '../harness/bench';
import { interleaved } from '../harness/contest';
import { closedLoop } from '../harness/load';

/** What this machine's disk and driver need for the least: to read all other figures by. */
export const machineLimits: Experiment = {
  rows: ['M1'],
  run: async ({ server, scale, say }) => {
    const database = await server.database();
    const pool = new Pool({ connectionString: database.appUrl, max: 1 });
    const file = openSync(join(server.folder, 'fdatasync'), 'w');
    const block = Buffer.alloc(8_192, 1);
    const flush = () => {
      writeSync(file, block, 0, block.length, 0);
      fdatasyncSync(file);
      return Promise.resolve(1);
    };
    const select = async () => (await pool.query('SELECT 1')).rows.length;
    const subjects = [
      { name: 'fdatasync of 8 kB', role: 'ours' as const, run: () => closedLoop(1, scale.slice, flush) },
      { name: 'SELECT 1', role: 'ours' as const, run: () => closedLoop(1, scale.slice, select) },
    ];
    const units = { rate: '1/s', p50: 'ms', p99: 'ms' };
    try {
      return await interleaved({ name: 'this machine', units, subjects, rounds: scale.rounds }, say);
    } finally {
      closeSync(file);
      await pool.end();
      await database.drop();
    }
  },
};
