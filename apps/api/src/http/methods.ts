import type { NextFunction, Request, Response } from 'express';
import { EdgeRefusal, InvalidRequest } from './edge-refusal';

/** What Express knows of each address: whether a path is one of its, and which methods it serves. */
interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
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
  const served = routesOf(app)(path)
    .filter((layer) => layer.match(path))
    .flatMap(({ route }) => methodsOf(route));
  const methods = [...new Set(served)];
  return methods.includes('GET') ? [...methods, 'HEAD'] : methods;
}

/** By application, once its routes are complete: the layers that a path may belong to, found by the first part of its address. */
const routes = new WeakMap<Request['app'], (path: string) => readonly Layer[]>();

function routesOf(app: Request['app']): (path: string) => readonly Layer[] {
  const known = routes.get(app);
  if (known) return known;
  const byFirstPart = new Map<string, Layer[]>();
  const { stack } = app.router as unknown as { stack: readonly Layer[] };
  const layers = stack.filter(({ route }) => route);
  const anywhere = layers.filter(({ route }) => !BEGINS_WITH_A_WORD.test(route?.path ?? ''));
  for (const layer of layers.filter((each) => !anywhere.includes(each))) {
    const first = firstPartOf(layer.route?.path ?? '');
    byFirstPart.set(first, [...(byFirstPart.get(first) ?? []), layer]);
  }
  const find = (path: string) => [...(byFirstPart.get(firstPartOf(path)) ?? []), ...anywhere];
  routes.set(app, find);
  return find;
}

/** Nearly every address of ours; one that begins with a parameter or a wildcard may be meant by any path. */
const BEGINS_WITH_A_WORD = /^\/[\w.-]*(\/|$)/;

/** Matched as Express does: whatever the case, with or without a slash at the end. */
function firstPartOf(path: string): string {
  return (path.split('/', 2)[1] ?? '').toLowerCase();
}

function methodsOf(route: Layer['route']): string[] {
  return Object.keys(route?.methods ?? {}).map((method) => method.toUpperCase());
}

function isDecodable(path: string): boolean {
  if (!path.includes('%')) return true;
  try {
    return decodeURIComponent(path) !== '';
  } catch {
    return false;
  }
}
