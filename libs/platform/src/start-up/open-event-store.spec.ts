import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartUpRefused } from '@app/postgres';
import { openEventStore, streamCategories } from './open-event-store';

describe('the log', () => {
  it('knows the category of every stream that is written', () => {
    const named = sourcesOfLibraries().flatMap((text) =>
      [...text.matchAll(/^export function \w+Stream\(.*\): string \{\n(?:.*\n)??\s+return `([^-`]+)-/gm)].map(
        ([, name]) => name,
      ),
    );
    expect(named.sort()).toEqual([...streamCategories].sort());
  });

  it.each(['esdb://127.0.0.1:1?tls=false', 'esdb://app:secret@127.0.0.1:1?throwOnAppendFailure=false'])(
    'at %s is refused in one sentence without the password',
    async (eventStoreUrl) => {
      const failure: unknown = await openEventStore({ eventStoreUrl }, { appUrl: '' }).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(StartUpRefused);
      expect((failure as Error).message).toMatch(/^EVENTSTORE_URL: (?!.*secret)[^\n]*\.$/);
    },
    20_000,
  );
});

/** What the libraries are made of, those for tests left out. */
function sourcesOfLibraries(): string[] {
  const libs = join(__dirname, '..', '..', '..');
  return readdirSync(libs, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('spec.ts') && !path.startsWith('testing'))
    .map((path) => readFileSync(join(libs, path), 'utf8'));
}
