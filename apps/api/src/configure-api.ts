import type { NestExpressApplication } from '@nestjs/platform-express';
import { Admission } from './http/admission';
import { admit, turnAway } from './http/admit';
import { AnswerHeaders } from './http/answer-headers';
import { correlation } from './http/correlation';
import { useJsonAnswers } from './http/json-answers';
import { insideOneAnother } from './http/inside-one-another';
import { jsonBody } from './http/json-body';
import { KnownInput } from './http/known-input';
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
  const edge = [correlation, securityHeaders, turnAway(admission), requestLog, checkMethod];
  app.use(oneAfterAnother(...edge, jsonBody(), admit(admission)));
  app.set('trust proxy', [...trustedProxies]);
  app.disable('x-powered-by');
  app.useGlobalInterceptors(insideOneAnother(new KnownInput(), new AnswerHeaders()));
  app.useGlobalPipes(requestValidation());
  // Tags are revisions of streams: digests of answers would be computed for nobody.
  app.set('etag', false);
  app.set('query parser', 'simple');
  useJsonAnswers(app);
  serveOpenApi(app);
}
