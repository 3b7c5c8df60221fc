import type { NestExpressApplication } from '@nestjs/platform-express';
import { Admission } from './http/admission';
import { admit, turnAway } from './http/admit';
import { correlation } from './http/correlation';
import { useJsonAnswers } from './http/json-answers';
import { useJsonBody } from './http/json-body';
import { checkMethod } from './http/methods';
import { oneAfterAnother } from './http/one-after-another';
import { serveOpenApi } from './http/openapi';
import { requestLog } from './http/request-log';
import { securityHeaders } from './http/security-headers';
import { requestValidation } from './http/validation';

/**
 * Everything about HTTP that is not a controller, in the order in which a request meets it. Create the app with `bodyParser: false`. What
 * `trustedProxies` say of who asks is believed; default: nobody.
 */
export function configureApi(app: NestExpressApplication, trustedProxies: readonly string[] = []): void {
  const admission = app.get(Admission);
  app.use(oneAfterAnother(correlation, securityHeaders, turnAway(admission), requestLog, checkMethod));
  app.set('trust proxy', [...trustedProxies]);
  app.disable('x-powered-by');
  useJsonBody(app);
  app.use(admit(admission));
  app.useGlobalPipes(requestValidation());
  // Tags are revisions of streams: digests of answers would be computed for nobody.
  app.set('etag', false);
  app.set('query parser', 'simple');
  useJsonAnswers(app);
  serveOpenApi(app);
}
