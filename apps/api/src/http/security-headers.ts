import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';

/** Only what this server serves itself runs in a browser. Inline styles are for the pages at /docs and /problems. */
const guard = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      fontSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  crossOriginEmbedderPolicy: false,
});

/** What Helmet sets: the same for every answer, so it is asked once. */
const headers = headersSetBy(guard);

/** Sets them, whatever the answer is going to be. */
export function securityHeaders(_request: Request, response: Response, next: NextFunction): void {
  for (const [name, value] of headers) response.setHeader(name, value);
  next();
}

function headersSetBy(middleware: typeof guard): [name: string, value: string][] {
  const set: [string, string][] = [];
  const response = {
    setHeader: (name: string, value: string) => set.push([name, value]),
    removeHeader: () => undefined,
  };
  middleware({} as Request, response as unknown as Response, () => undefined);
  return set;
}
