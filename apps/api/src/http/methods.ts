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
  if (isServed(request)) return next();
  const allowed = methodsAt(request);
  if (allowed.length === 0) return next();
  const headers = { Allow: [...allowed, 'OPTIONS'].join(', ') };
  if (request.method === 'OPTIONS') {
    response.status(204).set(headers).end();
    return;
  }
  const detail = `Địa chỉ này không nhận ${request.method}; nó nhận ${allowed.join(', ')}.`;
  next(new EdgeRefusal('http.method-not-allowed', detail, undefined, headers));
}

/** Asked of nearly every request, so without listing all that its address takes. */
function isServed({ app, path, method }: Request): boolean {
  const takes = ({ methods }: Route) => methods.includes(method) || (method === 'HEAD' && methods.includes('GET'));
  return routesOf(app)(path).some((route) => takes(route) && route.layer.match(path));
}

function methodsAt({ app, path }: Request): string[] {
  const served = routesOf(app)(path).filter(({ layer }) => layer.match(path));
  const methods = [...new Set(served.flatMap((route) => route.methods))];
  return methods.includes('GET') ? [...methods, 'HEAD'] : methods;
}

interface Route {
  readonly layer: Layer;
  /** In capitals. */
  readonly methods: readonly string[];
}

/** By application, once its routes are complete: those that a path may belong to, found by the first part of its address. */
const routes = new WeakMap<Request['app'], (path: string) => readonly Route[]>();

function routesOf(app: Request['app']): (path: string) => readonly Route[] {
  const known = routes.get(app);
  if (known) return known;
  const byFirstPart = new Map<string, Route[]>();
  const { stack } = app.router as unknown as { stack: readonly Layer[] };
  const all = stack.filter(({ route }) => route).map((layer) => ({ layer, methods: methodsOf(layer.route) }));
  const anywhere = all.filter(({ layer }) => !BEGINS_WITH_A_WORD.test(layer.route?.path ?? ''));
  for (const route of all.filter((each) => !anywhere.includes(each))) {
    const first = firstPartOf(route.layer.route?.path ?? '');
    byFirstPart.set(first, [...(byFirstPart.get(first) ?? []), route]);
  }
  for (const [first, own] of byFirstPart) byFirstPart.set(first, [...own, ...anywhere]);
  const find = (path: string) => byFirstPart.get(firstPartOf(path)) ?? anywhere;
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
