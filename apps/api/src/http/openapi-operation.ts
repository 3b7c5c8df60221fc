import type { OpenAPIObject } from '@nestjs/swagger';
import { onBehalfOfHeader } from '../auth/access.guard';
import { idempotencyHeader } from './command-context';
import { correlationHeader } from './correlation';
import { exampleOf, type Exemplary, type Schemas } from './openapi-example';
import { examples } from './openapi-examples';
import { problemResponses, type ProblemStatus } from './openapi-problem';
import { type Precondition, preconditionExtension } from './precondition';
import { asOfLogExtension } from './read-from';
import { summaries } from './summaries';

export type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Parameter = NonNullable<Operation['parameters']>[number];

/** One operation of the document. */
export interface Described {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
  readonly schemas: Schemas;
}

const uuid = { type: 'string', format: 'uuid' } as const;
const text = { type: 'string' } as const;
interface Text {
  readonly type: 'string';
  readonly format?: string;
  readonly pattern?: string;
}
const header = (name: string, required: boolean, description: string, schema: Text): Parameter => ({
  name,
  in: 'header',
  required,
  description,
  schema,
});

const correlation = header(
  correlationHeader,
  false,
  'Correlation id of the caller; given when missing, always returned.',
  uuid,
);
const idempotency = header(
  idempotencyHeader,
  true,
  'A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. ' +
    'Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused).',
  uuid,
);
const onBehalfOf = header(
  onBehalfOfHeader,
  false,
  'Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted.',
  text,
);
const ifMatch = (required: boolean) =>
  header(
    'If-Match',
    required,
    'The ETag of the stream as it was seen, from …/revision or from the command before. ' +
      'Instead of it, for a stream that is not there yet: If-None-Match: *',
    { type: 'string', pattern: '^"(\\d{1,19}|no-stream)"$' },
  );
const ifNoneMatch = header('If-None-Match', false, 'ETags of answers that the caller holds; then 304.', text);

/** Adds what every operation has: the summary in Vietnamese, shared headers, examples of the body and of the answer, and each status that it may answer. */
export function completeOperation(described: Described): void {
  const { path, method, operation } = described;
  const summary = summaries[`${method} ${path}`];
  if (summary !== undefined) Object.assign(operation, { summary, description: operation.summary });
  operation.parameters = [...(operation.parameters ?? []), ...sharedParameters(described)];
  addExamples(described);
  addSuccessHeaders(described);
  Object.assign(operation.responses, problemResponses(statusesOf(described)));
}

function sharedParameters(described: Described): Parameter[] {
  const common = [correlation, ...(described.operation.security ? [onBehalfOf] : [])];
  if (described.method !== 'post') return [...common, ...(tellsRevision(described) ? [ifNoneMatch] : [])];
  const precondition = preconditionIn(described);
  const seen = precondition === 'none' ? [] : [ifMatch(precondition === 'demanded')];
  return [...common, idempotency, ...seen];
}

function preconditionIn({ operation }: Described): Precondition {
  return (operation as { [preconditionExtension]?: Precondition })[preconditionExtension] ?? 'demanded';
}

interface Content {
  readonly content?: Record<string, { schema?: Exemplary; example?: unknown }>;
}

/** As recorded; an operation that nobody has used yet shows a body made from its fields. */
function addExamples({ path, method, operation, schemas }: Described): void {
  const { body, answer } = examples[`${method} ${path}`] ?? {};
  const sent = (operation.requestBody as Content | undefined)?.content?.['application/json'];
  if (sent?.schema) sent.example = body ?? exampleOf(sent.schema, schemas);
  const told = (successOf(operation) as Content | undefined)?.content?.['application/json'];
  if (told && answer !== undefined) told.example = answer;
}

function successOf({ responses }: Operation): Operation['responses'][string] | undefined {
  return responses['200'] ?? responses['201'];
}

/** Whether the answer tells the revision of the one stream that it is made of. */
function tellsRevision(described: Described): boolean {
  return 'revision' in propertiesOf(described);
}

function propertiesOf({ operation, schemas }: Described): object {
  const success = successOf(operation) as { content?: Record<string, { schema?: { $ref?: string } }> } | undefined;
  const reference = success?.content?.['application/json']?.schema?.$ref;
  return schemas[reference?.split('/').at(-1) ?? '']?.properties ?? {};
}

const link = { Link: { description: 'The address of the next page, rel="next"; absent on the last', schema: text } };

function isPaged({ operation }: Described): boolean {
  return (operation.parameters ?? []).some((each) => 'name' in each && each.name === 'cursor');
}

function addSuccessHeaders(described: Described): void {
  const { operation, method } = described;
  const properties = propertiesOf(described);
  const tag = { ETag: { description: 'The revision, as a strong tag', schema: text } };
  const token = {
    'Consistency-Token': { description: 'The position, for a question that must contain it', schema: text },
  };
  const rules = { 'X-Ruleset': { description: 'The rules: id/version/sha256, as under /rulesets', schema: text } };
  const own = {
    ...('revision' in properties && tag),
    ...('position' in properties && token),
    ...('ruleset' in properties && rules),
    ...(isPaged(described) && link),
  };
  const success = successOf(operation);
  if (success && Object.keys(own).length > 0) {
    Object.assign(success, { headers: { ...(success as { headers?: object }).headers, ...own } });
  }
  if (method === 'get' && 'revision' in properties) {
    operation.responses['304'] = { description: 'The caller holds the present answer', headers: tag };
  }
}

/** Whose identity is just being found out. */
const signingIn = '/auth/callback';
/** Nobody is turned away who asks how we are. */
const always = /^\/health\//;

function statusesOf(described: Described): ProblemStatus[] {
  const { path, method, operation } = described;
  if (path === '/health/live') return [];
  const rate: ProblemStatus[] = always.test(path) ? [] : [429];
  const who: ProblemStatus[] = operation.security || path === signingIn ? [401, 403, ...rate] : rate;
  const given = (operation.parameters ?? []).filter((each) => 'in' in each && each.in !== 'header');
  const named = given.length > 0;
  // What was known then may stand in a stream that cannot be read.
  const ofLog = asOfLogExtension in operation;
  // A day may be none that the calendar has; what could name no stream is refused as such where streams are named after it.
  const judged = ofLog || tellsRevision(described) || given.some((each) => 'name' in each && each.name === 'on');
  const found: ProblemStatus[] = named
    ? [404, ...(ofLog ? ([409] as const) : []), ...(judged ? ([422] as const) : [])]
    : [];
  if (method !== 'post') return [...(always.test(path) ? [] : ([400] as const)), ...who, ...found, 503];
  const precondition = preconditionIn(described);
  const seen: ProblemStatus[] = precondition === 'none' ? [] : precondition === 'optional' ? [412] : [412, 428];
  return [400, 404, 409, 413, 415, 422, 503, ...who, ...seen];
}
