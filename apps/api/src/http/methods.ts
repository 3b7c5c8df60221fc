import type { NextFunction, Request, Response } from 'express';
import { EdgeRefusal, InvalidRequest } from './edge-refusal';

/** What Express knows of each address: whether a path is one of its, and which methods it serves. */
interface Layer {
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
  match(path: string): boolean;
}

/**
 * Answers what the address alone decides: OPTIONS with 204, a method that the address does not have with 405, each with `Allow`, and a path
 * that cannot be decoded with 400. Addresses that nobody serves pass, to be told apart from these.
 */
export function checkMethod(request: Request, response: Response, next: NextFunction): void {
  if (!isDecodable(request.path)) {
    return next(new InvalidRequest([{ field: 'path', detail: 'địa chỉ có dấu % mã hóa sai: viết lại bằng UTF-8' }]));
  }
  const allowed = methodsAt(request);
  if (allowed.length === 0 || allowed.includes(request.method)) return next();
  const headers = { Allow: [...allowed, 'OPTIONS'].join(', ') };
  if (request.method === 'OPTIONS') {
    response.status(204).set(headers).end();
    return;
  }
  const detail = `Địa chỉ này không nhận ${request.method}; nó nhận ${allowed.join(', ')}.`;
  next(new EdgeRefusal('http.method-not-allowed', detail, undefined, headers));
}

function methodsAt({ app, path }: Request): string[] {
  const { stack } = app.router as unknown as { stack: readonly Layer[] };
  const served = stack.filter((layer) => layer.route && layer.match(path)).flatMap(({ route }) => methodsOf(route));
  const methods = [...new Set(served)];
  return methods.includes('GET') ? [...methods, 'HEAD'] : methods;
}

function methodsOf(route: Layer['route']): string[] {
  return Object.keys(route?.methods ?? {}).map((method) => method.toUpperCase());
}

function isDecodable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== '';
  } catch {
    return false;
  }
}
