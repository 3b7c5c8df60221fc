import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Ended, par } from '../../../test/scenarios/par-command';
import { parHere } from './par-here';

/** Command lines, given in a folder of their own. */
export class ParLines {
  readonly folder = mkdtempSync(join(tmpdir(), 'par lệnh-'));

  /** `ofItsOwn`: one of each kind in a process of its own, so that exit code and streams are those of the program; the others here, which is the same. */
  constructor(private readonly ofItsOwn: readonly string[]) {}

  run(line: string, env: Readonly<Record<string, string>> = {}): Promise<Ended> {
    const words = line === '' ? [] : line.split(' ');
    const given = this.ofItsOwn.includes(line) ? par : parHere;
    return given(words, { DATA_DIR: join(this.folder, 'unused'), ...env }, this.folder);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
