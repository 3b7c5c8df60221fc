import Ajv2020 from 'ajv/dist/2020';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Documented } from '../documented';
import { recordedExamples } from '../recorded-examples';
import { apiDocument } from './api-document';
import { breakingChanges, type Contract } from './breaking-changes';

const file = join(__dirname, '../../../../docs/openapi.json');
/** Set by `npm run openapi`: `add` writes what was added; `break` also what callers will stumble over. */
const writing = process.env.PAR_OPENAPI;

const asText = (document: object) => `${JSON.stringify(document, null, 2)}\n`;

let present: OpenAPIObject;
beforeAll(async () => {
  present = await apiDocument();
});

describe('the document of the API', () => {
  it('breaks nothing that callers rely on', () => {
    if (writing === 'break' || (writing !== undefined && !existsSync(file))) return;
    const accepted = JSON.parse(readFileSync(file, 'utf8')) as Contract;
    expect(breakingChanges(accepted, present as unknown as Contract)).toEqual([]);
    if (writing !== undefined) writeFileSync(file, asText(present));
  });

  it('is on record as it is', () => {
    if (writing === 'break' || !existsSync(file)) writeFileSync(file, asText(present));
    const [recorded, now] = [readFileSync(file, 'utf8').split('\n'), asText(present).split('\n')];
    const at = now.findIndex((line, number) => line !== recorded[number]);
    if (at < 0 && now.length === recorded.length) return;
    throw new Error(`Run \`npm run openapi\`: docs/openapi.json differs from line ${at + 1} on: ${now[at]?.trim()}`);
  });

  it('is OpenAPI 3.1 without a trace of 3.0', () => {
    expect(present.openapi).toBe('3.1.0');
    expect(asText(present)).not.toMatch(/"nullable"|"exclusiveM\w+": (true|false)/);
  });
});

interface Schema {
  readonly properties?: object;
  readonly required?: readonly string[];
}
interface Body {
  readonly content: Readonly<Record<string, { readonly schema: object; readonly example?: unknown }>>;
}
interface Operation {
  readonly requestBody?: Body;
  readonly responses: Readonly<Record<string, unknown>>;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
}

function operations(): [name: string, operation: Operation][] {
  return Object.entries(present.paths).flatMap(([path, item]) =>
    (['get', 'post'] as const).flatMap((method): [string, Operation][] =>
      item[method] ? [[`${method} ${path}`, item[method] as unknown as Operation]] : [],
    ),
  );
}

function faultIn(check: () => void): string[] {
  try {
    check();
  } catch (error) {
    return [(error as Error).message];
  }
  return [];
}

/** What a body may leave out: none of these decides anything by its absence. */
const extras = [
  'DecreeBody title',
  'EvidenceBody issuedOn issuer number',
  'GrantRoleBody from legalDocument',
  'GiveDelegationBody from',
  'ImportResultsBody n',
  'ImportedRowBody className grade index note rank',
  'ObjectBody component',
  'ReceiveCaseBody component',
  'CloseCaseBody reason',
  'RecordSelfScoreBody explanation override',
  'RecordWorkingCalendarBody reason',
  'RegisterUnitBody officialCode parentId',
];

it('a body leaves out nothing that decides: a null that does has to be written', () => {
  const schemas = Object.entries(present.components?.schemas ?? {}) as [string, Schema][];
  const left = schemas.flatMap(([name, { properties = {}, required = [] }]) => {
    const optional = Object.keys(properties).filter((field) => !required.includes(field));
    return name.endsWith('Body') && optional.length > 0 ? [[name, ...optional.sort()].join(' ')] : [];
  });
  expect(left.sort()).toEqual([...extras].sort());
});

describe('each operation', () => {
  it('that takes a body has an example of it that fits', () => {
    const ajv = new Ajv2020({ strict: false, formats: { uuid: true } });
    ajv.addSchema({ $id: 'document', components: present.components });
    const bodies = operations().flatMap(([name, { requestBody }]) =>
      requestBody ? [[name, requestBody.content['application/json']] as const] : [],
    );
    expect(bodies.length).toBeGreaterThan(15);
    for (const [name, body] of bodies) {
      const schema = JSON.parse(JSON.stringify(body?.schema).replaceAll('"#/', '"document#/')) as object;
      const validate = ajv.compile(schema);
      validate(body?.example);
      expect([name, validate.errors]).toEqual([name, null]);
    }
  });

  it('has been used: its examples are what was sent and what it answered, each just as documented', () => {
    const documented = new Documented(present);
    const recorded = recordedExamples();
    const faults = operations().flatMap(([name, { requestBody, responses }]): string[] => {
      const [status] = ['200', '201'].filter((one) => one in responses);
      if (status === undefined) return [];
      const { body, answer } = recorded[name] ?? {};
      if (answer === undefined || (requestBody && body === undefined))
        return [`${name} lacks an example: run \`npm run openapi -- --examples\``];
      const [method = '', path = ''] = name.split(' ');
      const shown = (responses[status] as Body).content['application/json']?.example;
      expect([name, shown]).toEqual([name, answer]);
      if (requestBody) expect([name, requestBody.content['application/json']?.example]).toEqual([name, body]);
      return faultIn(() => documented.check(method as 'get' | 'post', path, Number(status), answer));
    });
    expect(faults).toEqual([]);
    const names = operations().map(([name]) => name);
    expect(Object.keys(recorded).filter((name) => !names.includes(name))).toEqual([]);
  });

  it('that is answered from a read model says what its answer is true for', () => {
    const asking = operations().filter(([, { parameters = [] }]) => parameters.some(({ name }) => name === 'after'));
    expect(asking.length).toBeGreaterThan(5);
    for (const [name, { responses }] of asking) {
      const { headers = {} } = responses['200'] as { headers?: object };
      const told = ['X-As-Of-Position', 'X-Projection-Version'].filter((each) => each in headers);
      expect([name, told]).toEqual([name, ['X-As-Of-Position', 'X-Projection-Version']]);
    }
  });

  it('that asks is answered as of a moment, or ADR 20 says why not', () => {
    const adr = readFileSync(join(__dirname, '../../../../docs/adr/0020-the-contract-of-the-api.md'), 'utf8');
    const [, said = ''] = adr.split('<!-- without asOf -->');
    const excused = [...said.matchAll(/`GET (\/[^`]*)`/g)].map(([, path]) => `get ${path}`);
    const without = operations().flatMap(([name, { parameters = [] }]) =>
      name.startsWith('get') && !parameters.some((each) => each.name === 'asOf') ? [name] : [],
    );
    expect(excused.length).toBeGreaterThan(5);
    expect([...new Set(excused)].sort()).toEqual(without.sort());
  });

  it('that asks means the same by asOf', () => {
    const asking = operations().flatMap(([, { parameters = [] }]) => parameters.filter(({ name }) => name === 'asOf'));
    expect(asking.length).toBeGreaterThan(8);
    expect(new Set(asking.map((parameter) => JSON.stringify(parameter))).size).toBe(1);
  });

  it('names no status that it cannot answer: 409 only where the log itself is read as of a moment, 422 only of what is judged', () => {
    const having = (status: string) =>
      operations().flatMap(([name, { responses }]) => (name.startsWith('get') && status in responses ? [name] : []));
    const ofLog = [
      'get /assessments/{year}/{unitId}',
      'get /cases/{year}/{unitId}',
      'get /cases/{year}/{unitId}/{caseId}/course',
      'get /cases/{year}/{unitId}/{caseId}/rulings',
      'get /list-viewings/{day}',
      'get /periods',
      'get /periods/{year}',
      'get /periods/{year}/record',
      'get /rankings/{year}/{blockId}/present',
      'get /scorecards/{year}/{unitId}',
      'get /surveys/{year}/{unitId}',
      'get /viewings/{year}/{unitId}',
      'get /working-calendars',
      'get /working-calendars/{year}',
    ];
    expect(having('409').sort()).toEqual(ofLog);
    const dated = ['get /blocks/{blockId}/members', 'get /units', 'get /units/{unitId}'];
    const revisions = operations().flatMap(([name]) => (name.endsWith('/revision') ? [name] : []));
    expect(having('422').sort()).toEqual([...ofLog, ...dated, ...revisions].sort());
  });

  it('that writes takes an Idempotency-Key, and names every status that a command may meet', () => {
    for (const [name, { parameters = [], responses }] of operations()) {
      if (!name.startsWith('post')) continue;
      const key = parameters.find((each) => each.name === 'Idempotency-Key');
      const seen = parameters.find((each) => each.name === 'If-Match');
      const statuses = ['201', '400', '401', '403', '404', '409', '413', '415', '422', '429', '503'];
      const own = [...(seen ? ['412'] : []), ...(seen?.required ? ['428'] : [])];
      expect([name, key?.required, Object.keys(responses).sort()]).toEqual([
        name,
        true,
        [...statuses, ...own, 'default'].sort(),
      ]);
    }
  });
});
