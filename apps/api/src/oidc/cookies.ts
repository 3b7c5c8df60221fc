import type { Request, Response } from 'express';

/** One cookie of ours. Over https it is bound to this host; a page of another site cannot send it with a write. */
export interface Cookie {
  readonly name: string;
  readonly seconds: number;
}

/** The value that the browser sent; undefined when it sent none. */
export function cookieIn(request: Request, name: string, secure: boolean): string | undefined {
  const wanted = `${nameOf(name, secure)}=`;
  const pairs = (request.get('Cookie') ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(wanted))?.slice(wanted.length);
}

/** Gives the browser a cookie; an empty value takes it away. HttpOnly, SameSite=Lax, and Secure over https. */
export function giveCookie(response: Response, { name, seconds }: Cookie, value: string, secure: boolean): void {
  const age = value === '' ? 0 : seconds;
  const parts = [`${nameOf(name, secure)}=${value}`, 'Path=/', `Max-Age=${age}`, 'HttpOnly', 'SameSite=Lax'];
  response.append('Set-Cookie', [...parts, ...(secure ? ['Secure'] : [])].join('; '));
}

function nameOf(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name;
}
