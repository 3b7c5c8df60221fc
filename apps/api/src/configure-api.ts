import type { NestExpressApplication } from '@nestjs/platform-express';
import { Admission } from './http/admission';
import { admit, turnAway } from './http/admit';
import { correlation } from './http/correlation';
import { useJsonAnswers } from './http/json-answers';
import { useJsonBody } from './http/json-body';
import { KnownQuery } from './http/known-query';
import { checkMethod } from './http/methods';
import { oneAfterAnother } from './http/one-after-another';
import { serveOpenApi } from './http/openapi';
import { requestLog } from './http/request-log';
import { securityHeaders } from './http/security-headers';
import { requestValidation } from './http/validation';

/** Everything about HTTP that is not a controller, in the order in which a request meets it. Create the app with `bodyParser: false`. */
export function configureApi(app: NestExpressApplication): void {
  const admission = app.get(Admission);
  app.use(oneAfterAnother(correlation, securityHeaders, turnAway(admission), requestLog, checkMethod));
  app.disable('x-powered-by');
  useJsonBody(app);
  app.use(admit(admission));
  app.useGlobalInterceptors(new KnownQuery());
  app.useGlobalPipes(requestValidation());
  // Answers change with the log: digests of them would be computed for nobody.
  app.set('etag', false);
  app.set('query parser', 'simple');
  useJsonAnswers(app);
  serveOpenApi(app);
}
