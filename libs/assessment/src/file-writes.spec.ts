import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WritePath } from '@app/event-store';
import { FileWrites } from './file-writes';

const folder = join(__dirname, 'commands');
const commands = readdirSync(folder).filter((file) => file.endsWith('.command.ts'));

/** Whoever wrote past it would write into the files of units that have ended. */
it.each(commands)('is the only way in which a file is written into: %s', (file) => {
  const text = readFileSync(join(folder, file), 'utf8');
  expect(text).not.toContain(WritePath.name);
  expect(text).toContain(FileWrites.name);
});
