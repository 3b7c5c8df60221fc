import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The version in the program's package.json: the nearest above this file, compiled or not. */
export function programVersion(folder = __dirname): string {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return programVersion(dirname(folder));
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
