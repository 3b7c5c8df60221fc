import { Test } from '@nestjs/testing';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import { controllers } from '../../src/api.module';
import { openApiDocument } from '../../src/http/openapi';

/** The document of the whole API, as /openapi.json answers it: without a log, a database or an address. */
export async function apiDocument(): Promise<OpenAPIObject> {
  const module = await Test.createTestingModule({ controllers: [...controllers] })
    .useMocker(() => ({}))
    .compile();
  const app = module.createNestApplication(new ExpressAdapter(), { logger: false });
  return JSON.parse(JSON.stringify(openApiDocument(app))) as OpenAPIObject;
}
