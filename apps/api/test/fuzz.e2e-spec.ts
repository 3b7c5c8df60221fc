import fc from 'fast-check';
import type { Person } from './running-api';
import { logs } from './opened-log';
import { RunningApi } from './running-api';
import { nearly, type Schema, type Schemas } from './schema-arbitrary';

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly 'x-roles'?: readonly string[];
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Schemas };
}

const runs = 25;
const segments = fc.constantFrom(
  '2024',
  'u1',
  'u1',
  'a',
  'A.b-c',
  '0',
  '-1',
  '%00',
  '%ff',
  '..%2f..',
  'x'.repeat(70),
  '%F0%9F%90%98',
  '__proto__',
);

/** The path with most parameters as they should be. */
function pathOf(template: string): fc.Arbitrary<string> {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const proper = (name: string) => fc.constant(name === 'year' ? '2024' : 'u1');
  const values = names.map((name) =>
    fc.oneof({ weight: 8, arbitrary: proper(name) }, { weight: 1, arbitrary: segments }),
  );
  return fc
    .tuple(...values)
    .map((chosen) => names.reduce((path, name, at) => path.replace(`{${name}}`, chosen[at] ?? ''), template));
}

function personFor({ 'x-roles': roles = [] }: Operation): Person {
  const role = (roles[0] ?? 'auditor') as Person;
  return role.startsWith('unit-') ? (`${role}@u1` as Person) : role;
}

function expectCivil({
  status,
  headers,
  body,
}: {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}): void {
  expect(status).toBeLessThan(500);
  if (status < 400) return;
  expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(body).toMatchObject({ status, type: expect.stringMatching(/^\/problems\/[a-z-]+\.[a-z-]+$/) as string });
}

describe.each(logs)('input of any kind, the log in %s', (log) => {
  let api: RunningApi;
  let document: Document;
  beforeAll(async () => {
    api = await RunningApi.start({ log, units: ['u1'] });
    document = (await api.http().get('/openapi.json')).body as Document;
  });
  afterAll(() => api.stop());

  it('answers no command, however malformed, with a fault of its own', async () => {
    for (const [template, { post }] of Object.entries(document.paths)) {
      if (!post) continue;
      const schema = post.requestBody?.content['application/json']?.schema ?? { type: 'object' };
      await fc.assert(
        fc.asyncProperty(pathOf(template), nearly(schema, document.components.schemas), async (path, body) => {
          const text = JSON.stringify(body) as string | undefined;
          expectCivil(
            await api
              .command(personFor(post), path)
              .type('json')
              .send(text ?? ''),
          );
        }),
        { numRuns: runs },
      );
    }
  });

  it('answers no question, however malformed, with a fault of its own', async () => {
    const after = fc.option(
      fc.oneof(
        fc.constantFrom('0', '1', '9'.repeat(30)),
        fc.string().filter((text) => !/^\d+$/.test(text)),
      ),
    );
    for (const [template, { get }] of Object.entries(document.paths)) {
      if (!get || template.startsWith('/health')) continue;
      await fc.assert(
        fc.asyncProperty(pathOf(template), after, async (path, position) => {
          const query = position === null ? '' : `?after=${encodeURIComponent(position)}`;
          expectCivil(await api.question(personFor(get), path + query));
        }),
        { numRuns: runs },
      );
    }
  });

  it.each(['{', '"', '{"a":1}}', '[1,]', '\ufeff{}', 'null', 'NaN', '{"a":"\\ud800"}', ''])(
    'survives the body %j',
    async (body) => {
      expectCivil(await api.command('administrator-of-units', '/units').type('json').send(body));
    },
  );

  it.each([
    ['Authorization', 'Bearer ' + 'x'.repeat(250)],
    ['Idempotency-Key', '\u00ff'],
    ['Content-Type', 'application/json; charset=utf-7'],
    ['Content-Encoding', 'snappy'],
    ['Content-Encoding', 'gzip'],
  ])('survives the header %s: %.20s', async (name, value) => {
    expectCivil(await api.command('administrator-of-units', '/units', { unitId: 'u9' }).set(name, value));
  });
});
