import { breakingChanges } from './breaking-changes';

function accepted() {
  const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return {
    paths: {
      '/units': {
        get: {
          parameters: [{ name: 'limit', in: 'query', required: false, schema: { type: 'string', pattern: '^\\d+$' } }],
          responses: {
            200: { content: { 'application/json': { schema: { type: 'array', items: ref('Unit') } } } },
            default: { content: problem },
          },
        },
        post: {
          parameters: [{ name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string' } }],
          requestBody: { required: true, content: { 'application/json': { schema: ref('NewUnit') } } },
          security: [{ bearer: [] }],
          'x-roles': ['council', 'auditor'],
          responses: {
            201: { headers: { ETag: {} }, content: { 'application/json': { schema: ref('Unit') } } },
            409: { $ref: '#/components/responses/Refused' },
          },
        },
      },
    },
    components: {
      responses: { Refused: { content: problem } },
      schemas: {
        Problem: { type: 'object', required: ['code'], properties: { code: { type: 'string' } } },
        Unit: {
          type: 'object',
          required: ['unitId', 'name'],
          properties: {
            unitId: { type: 'string' },
            name: { type: ['string', 'null'] },
            head: { anyOf: [ref('Person'), { type: 'null' }] },
            parts: { type: 'array', items: ref('Unit') },
          },
        },
        Person: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } },
        NewUnit: {
          type: 'object',
          required: ['unitId'],
          properties: {
            unitId: { type: 'string', maxLength: 64 },
            kind: { type: 'string', enum: ['department', 'commune'] },
            note: { type: ['string', 'null'] },
            declaration: {
              oneOf: [
                { type: 'object', properties: { kind: { const: 'count' }, n: { type: 'integer', minimum: 0 } } },
                { type: 'object', properties: { kind: { const: 'choice' } } },
              ],
            },
          },
        },
      },
    },
  };
}

function ref(name: string): object {
  return { $ref: `#/components/schemas/${name}` };
}

/** A place in the document, its words set apart by blanks, and what is put there; nothing: it is taken away. */
type Change = readonly [at: string, value?: unknown];

function after(...changes: Change[]): string[] {
  const present = accepted();
  for (const [at, value] of changes) put(present, at.split(' '), value);
  return breakingChanges(accepted(), present);
}

function put(within: object, [name = '', ...more]: readonly string[], value: unknown): void {
  const place = within as Record<string, object>;
  if (more.length > 0) put(place[name] ?? {}, more, value);
  else if (value === undefined) Reflect.deleteProperty(place, name);
  else Reflect.set(place, name, value);
}

const get = 'paths /units get';
const post = 'paths /units post';
const newUnit = 'components schemas NewUnit';
const unit = 'components schemas Unit';
const text = { type: 'string' };

it('has nothing to say of the same document, however often a schema refers to itself', () => {
  expect(after()).toEqual([]);
});

it.each<[string, Change, string]>([
  ['a path', ['paths /units'], '/units is gone'],
  ['an operation', [get], 'GET /units is gone'],
  ['a parameter', [`${get} parameters`, []], 'GET /units: query limit is gone'],
  ['a body', [`${post} requestBody`], 'POST /units: its body is gone'],
  ['a field of a request', [`${newUnit} properties note`], 'POST /units: body.note is gone'],
  ['a field of an answer', [`${unit} properties parts`], 'POST /units: 201.parts is gone'],
  ['a status', [`${post} responses 409`], 'POST /units: status 409 is gone'],
  ['a header of an answer', [`${post} responses 201 headers`, {}], 'POST /units: 201: header ETag is gone'],
  ['a role that may', [`${post} x-roles`, ['auditor']], 'POST /units: no longer for council'],
  ['a form of answer', [`${get} responses 200 content`, {}], 'GET /units: 200: application/json is gone'],
  [
    'a form of answer that is referred to',
    ['components responses Refused content', {}],
    'POST /units: 409: application/problem+json is gone',
  ],
  [
    'one of several forms',
    [`${newUnit} properties declaration oneOf`, [{ type: 'object' }]],
    'POST /units: body.declaration takes fewer forms',
  ],
])('tells %s that is gone', (_what, change, sentence) => {
  expect(after(change)).toContain(sentence);
});

it.each<[string, Change[], string]>([
  [
    'a parameter',
    [[`${post} parameters 1`, { name: 'If-Match', in: 'header', required: true, schema: text }]],
    'POST /units: header If-Match must be sent now',
  ],
  [
    'a parameter that could be left out',
    [[`${get} parameters 0 required`, true]],
    'GET /units: query limit must be sent now',
  ],
  [
    'a field',
    [
      [`${newUnit} properties reason`, text],
      [`${newUnit} required`, ['unitId', 'reason']],
    ],
    'POST /units: body.reason must be sent now',
  ],
  [
    'a field that could be left out',
    [[`${newUnit} required`, ['unitId', 'kind']]],
    'POST /units: body.kind must be sent now',
  ],
  ['an account', [[`${get} security`, [{ bearer: [] }]]], 'GET /units: an account must be shown now'],
  ['a body', [[`${get} requestBody`, { required: true, content: {} }]], 'GET /units: a body must be sent now'],
])('tells %s that must be sent now', (_what, changes, sentence) => {
  expect(after(...changes)).toEqual([sentence]);
});

it.each<[string, Change, string]>([
  ['a word', [`${newUnit} properties kind enum`, ['department']], 'POST /units: body.kind takes no "commune" any more'],
  [
    'all but some words',
    [`${newUnit} properties unitId enum`, ['a']],
    'POST /units: body.unitId takes some words only',
  ],
  [
    'the only word',
    [`${newUnit} properties declaration oneOf 1 properties kind const`, 'pick'],
    'POST /units: body.declaration<choice>.kind takes no "choice" any more',
  ],
  [
    'texts of another form',
    [`${newUnit} properties unitId format`, 'uuid'],
    'POST /units: body.unitId has another format',
  ],
  ['null', [`${newUnit} properties note type`, 'string'], 'POST /units: body.note was null or string and is string'],
  ['long texts', [`${newUnit} properties unitId maxLength`, 8], 'POST /units: body.unitId has a narrower maxLength'],
  ['some texts', [`${newUnit} properties unitId pattern`, '^a'], 'POST /units: body.unitId has another pattern'],
  [
    'numbers in one of several forms',
    [`${newUnit} properties declaration oneOf 0 properties n minimum`, 1],
    'POST /units: body.declaration<count>.n has a narrower minimum',
  ],
  ['some parameters', [`${get} parameters 0 schema pattern`, '^1'], 'GET /units: query limit has another pattern'],
])('tells that %s cannot be sent any more', (_what, change, sentence) => {
  expect(after(change)).toEqual([sentence]);
});

it.each<[string, Change, string]>([
  [
    'another type',
    ['components schemas Person properties id type', 'integer'],
    'POST /units: 201.head.id was string and is integer',
  ],
  [
    'null as well',
    [`${unit} properties unitId type`, ['string', 'null']],
    'POST /units: 201.unitId was string and is null or string',
  ],
  ['nothing at times', [`${unit} required`, ['unitId']], 'POST /units: 201.name may be missing now'],
  [
    'another type within a problem',
    ['components schemas Problem properties code type', 'integer'],
    'POST /units: 409.code was string and is integer',
  ],
])('tells of an answer that is %s', (_what, change, sentence) => {
  expect(after(change)).toContain(sentence);
});

it.each<[string, Change]>([
  ['a path', ['paths /blocks', {}]],
  ['an operation', ['paths /units put', { responses: {} }]],
  ['a parameter that may be left out', [`${get} parameters 1`, { name: 'cursor', in: 'query' }]],
  ['a field of a request that may be left out', [`${newUnit} properties more`, text]],
  ['a field of an answer', [`${unit} properties more`, text]],
  ['a word that may be sent', [`${newUnit} properties kind enum`, ['department', 'commune', 'ward']]],
  ['a status', [`${post} responses 412`, {}]],
  ['a role that may', [`${post} x-roles`, ['council', 'auditor', 'leader']]],
  ['that nobody has to show an account', [`${post} security`]],
  ['that a field is always answered', [`${unit} required`, ['unitId', 'name', 'parts']]],
  ['that null may be sent', [`${newUnit} properties unitId type`, ['string', 'null']]],
  ['another form that may be sent', [`${newUnit} properties declaration oneOf 2`, { type: 'object' }]],
])('lets %s be added', (_what, change) => {
  expect(after(change)).toEqual([]);
});
