import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { NextFunction, Request, Response } from 'express';
import { onBehalfOfHeader } from '../auth/access.guard';
import { correlationHeader } from './correlation';
import { idempotencyHeader } from './command-context';
import { summaries } from './summaries';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Parameter = NonNullable<Operation['parameters']>[number];

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
const uuid = { type: 'string', format: 'uuid' } as const;

const correlationParameter: Parameter = {
  name: correlationHeader,
  in: 'header',
  required: false,
  description: 'Correlation id of the caller; given when missing, always returned.',
  schema: uuid,
};
const idempotencyParameter: Parameter = {
  name: idempotencyHeader,
  in: 'header',
  required: true,
  description:
    'A new UUID per command; a repeat with the same UUID adds nothing and answers with the first result. ' +
    'Used again for anything else, or by somebody else, it is refused (event-store.command-id-reused).',
  schema: uuid,
};
const onBehalfOfParameter: Parameter = {
  name: onBehalfOfHeader,
  in: 'header',
  required: false,
  description:
    'Account in whose name is acted, by a delegation in force; else 403 (http.not-delegated). Both accounts count as having acted.',
  schema: { type: 'string' },
};
const afterParameter: Parameter = {
  name: 'after',
  in: 'query',
  required: false,
  description:
    'A position that a command answered: waits at most 2 s until the answer contains it, else 503 with Retry-After.',
  schema: { type: 'string', pattern: '^\\d{1,19}$' },
};

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'correlationId'],
  properties: {
    type: { type: 'string', description: 'Address that explains this type of problem.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'Vietnamese: what is wrong and what to mend.' },
    code: { type: 'string', description: 'Stable: <feature>.<kebab>.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'detail'],
        properties: { field: { type: 'string' }, detail: { type: 'string' } },
      },
    },
    details: { type: 'object', additionalProperties: true },
    correlationId: uuid,
  },
} as const;

const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
const retryAfter = {
  'Retry-After': { description: 'Seconds to wait', required: true, schema: { type: 'integer' as const, minimum: 1 } },
};
const comeBack = {
  429: 'The account has too many requests in flight (http.too-many-at-once): come back later, with the same Idempotency-Key',
  503: 'Overloaded, not in time, or log or database away: come back later, with the same Idempotency-Key',
};

/** The OpenAPI document: what the controllers declare, and what is the same for every operation. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('PAR Ledger')
    .setDescription(
      'Xác định Chỉ số cải cách hành chính (PAR INDEX) từ sự việc. Số chính xác là văn bản với dấu chấm thập phân; ' +
        'mọi lỗi theo RFC 9457, giải thích tại /problems.',
    )
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'Mã truy cập của tài khoản cá nhân.' })
    .build();
  const document = SwaggerModule.createDocument(app, config);
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: problemSchema as never },
  };
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) if (item[method]) complete(path, method, item[method]);
  }
  return document;
}

/** What does not come from the read models: no position to wait for. */
const timeless = /^\/(health|problems|rulesets|accounts|me|viewings|auth)/;

/** Adds the summary in Vietnamese, the parameters and the error answer that every operation has. */
function complete(path: string, method: (typeof methods)[number], operation: Operation): void {
  const shared = [correlationParameter];
  if (operation.security) shared.push(onBehalfOfParameter);
  if (method === 'post') shared.push(idempotencyParameter);
  if (method === 'get' && !timeless.test(path)) shared.push(afterParameter);
  const summary = summaries[`${method} ${path}`];
  if (summary !== undefined) Object.assign(operation, { summary, description: operation.summary });
  operation.parameters = [...(operation.parameters ?? []), ...shared];
  operation.responses['default'] = { description: 'Problem (RFC 9457)', content };
  Object.assign(operation.responses, comeBackAnswers(path, operation));
}

/** What any operation answers while there is too much to do, or something is away. Nobody is turned away who asks whether we live. */
function comeBackAnswers(path: string, { security }: Operation): Operation['responses'] {
  if (path === '/health/live') return {};
  const unavailable = { 503: { description: comeBack[503], headers: retryAfter, content } };
  return security ? { 429: { description: comeBack[429], headers: retryAfter, content }, ...unavailable } : unavailable;
}

/** Serves the document at /openapi.json and the page at /docs; the page's scripts come from this server, so it works offline. */
export function serveOpenApi(app: INestApplication): void {
  app.use('/docs', inVietnamese);
  SwaggerModule.setup('docs', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'PAR Ledger API',
    swaggerOptions: { validatorUrl: null, persistAuthorization: false, displayRequestDuration: true },
  });
}

/** The page comes from a template in English; what it shows is Vietnamese, and a screen reader must know. */
function inVietnamese(_request: Request, response: Response, next: NextFunction): void {
  const send = response.send.bind(response);
  response.send = (body: unknown) =>
    send(typeof body === 'string' ? body.replace('<html lang="en">', '<html lang="vi">') : body);
  next();
}
