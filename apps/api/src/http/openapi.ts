import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { NextFunction, Request, Response } from 'express';
import { completeOperation } from './openapi-operation';
import { problemComponents, problemSchema } from './openapi-problem';

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

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
  const schemas = { ...document.components?.schemas, Problem: problemSchema as never };
  document.components = { ...document.components, schemas, responses: problemComponents() as never };
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation = item[method];
      if (operation) completeOperation({ path, method, operation, schemas });
    }
  }
  return document;
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
