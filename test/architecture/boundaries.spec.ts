import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type SourceFile, violationsIn } from './boundaries';
import { rooms } from './house-rules';

const root = join(__dirname, '..', '..');

function sources(folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
}

const planted = (path: string, text: string) => violationsIn([{ path, text }]).map(({ rule }) => rule);

describe('the house', () => {
  it('lets every file import only what its room may', () => {
    const files = [...sources('apps'), ...sources('libs'), ...sources('test')];
    expect(files.length).toBeGreaterThan(100);
    expect(violationsIn(files).map(({ file, line, imported, rule }) => `${file}:${line} ${imported}: ${rule}`)).toEqual(
      [],
    );
  });

  it('has a rule for every library', () => {
    const folders = readdirSync(join(root, 'libs')).filter((name) => name !== 'testing');
    expect(folders.filter((name) => !(name in rooms))).toEqual([]);
    expect(Object.keys(rooms).filter((name) => !folders.includes(name))).toEqual([]);
  });
});

describe('the checker finds a planted violation:', () => {
  it.each([
    ['a write feature imports another', 'libs/survey/src/a.ts', `import { submit } from '@app/assessment';`],
    ['a write feature imports a projection', 'libs/unit/src/a.ts', `import type { R } from '@app/scorecard';`],
    ['a read feature imports another', 'libs/ranking/src/a.ts', `import { x } from '@app/scorecard';`],
    ['a read feature runs a write feature', 'libs/ranking/src/a.ts', `import { unitEvents } from '@app/unit';`],
    ['publication reads a projection', 'libs/publication/src/a.ts', `import { rows } from '@app/read-store';`],
    ['a deep import', 'libs/scoring/src/a.ts', `import { x } from '@app/ruleset/src/rules/ratio';`],
    [
      'a relative import into another library',
      'libs/scoring/src/a.ts',
      `import { x } from '../../kernel/src/rational';`,
    ],
    ['an app is imported', 'libs/platform/src/a.ts', `import { x } from '../../../apps/api/src/main';`],
    ['testing outside a spec', 'libs/unit/src/a.ts', `import { decisionSpec } from '@app/testing';`],
    ['the client outside its adapter', 'libs/event-store/src/a.ts', `import { x } from '@eventstore/db-client';`],
    ['the client in an app', 'apps/ops/src/a.ts', `const x = require('@eventstore/db-client');`],
    ['pg outside its adapter', 'libs/event-store/src/follow.ts', `import { Pool } from 'pg';`],
    ['pg in a write feature', 'libs/casework/src/a.ts', `export { Pool } from 'pg';`],
    ['a package in the kernel', 'libs/kernel/src/a.ts', `import { v7 } from 'uuid';`],
    ['a built-in in scoring', 'libs/scoring/src/a.ts', `import { readFileSync } from 'node:fs';`],
    ['a dynamic import', 'libs/scoring/src/a.ts', `export const x = () => import('pg');`],
    ['an import type', 'libs/kernel/src/a.ts', `export type X = import('@app/ruleset').Ruleset;`],
    ['the event bus of cqrs', 'libs/unit/src/a.ts', `import { CommandBus, EventBus } from '@nestjs/cqrs';`],
    ['module.require', 'libs/scoring/src/a.ts', `const pg = module.require('pg');`],
    ['import = require', 'libs/scoring/src/a.ts', `import pg = require('pg');`],
    ['a template name', 'libs/scoring/src/a.ts', 'export const x = () => import(`pg`);'],
    ['a computed name', 'libs/scoring/src/a.ts', 'export const x = (name: string) => import(name);'],
    ['all of cqrs', 'libs/unit/src/a.ts', `import * as cqrs from '@nestjs/cqrs';`],
    ['all of cqrs, passed on', 'libs/unit/src/a.ts', `export * from '@nestjs/cqrs';`],
    ['all of cqrs, in an app', 'apps/api/src/a.ts', `const cqrs = require('@nestjs/cqrs');`],
    ['a library without a room', 'libs/gossip/src/a.ts', `import { x } from '@app/kernel';`],
  ])('%s', (_what, path, text) => {
    expect(planted(path, text)).toHaveLength(1);
  });

  it.each([
    [
      'types of a write feature in a read feature',
      'libs/ranking/src/a.ts',
      `import type { UnitEvent } from '@app/unit';`,
    ],
    ['inline types', 'libs/scoring/src/a.ts', `import { type Recorded } from '@app/event-store';`],
    ['testing in a spec', 'libs/unit/src/a.spec.ts', `import { decisionSpec } from '@app/testing';`],
    [
      'the client in its adapter',
      'libs/event-store/src/eventstoredb/a.ts',
      `import { x } from '@eventstore/db-client';`,
    ],
    ['an own file', 'libs/unit/src/commands/a.ts', `import { x } from '../unit';`],
  ])('and lets pass: %s', (_what, path, text) => {
    expect(planted(path, text)).toEqual([]);
  });
});
