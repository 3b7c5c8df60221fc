import { isUtf8 } from 'node:buffer';
import { json, type NextFunction, type Request, type Response, urlencoded } from 'express';
import { EdgeRefusal, InvalidRequest } from './edge-refusal';
import { type Middleware, oneAfterAnother } from './one-after-another';

/** Enough for 500 survey responses of 100 questions, with room; below the log's limit of 1 MB per append. */
export const bodyLimitBytes = 512 * 1024;
const deepestNesting = 24;

const byte = { quote: 0x22, backslash: 0x5c, openBracket: 0x5b, closeBracket: 0x5d, openBrace: 0x7b, closeBrace: 0x7d };

/** Reads JSON bodies up to the limit; refuses other kinds of content, what is not in UTF-8, and nesting that no request of ours needs. */
export function jsonBody(): Middleware {
  const verify = (_request: unknown, _response: unknown, body: Buffer, charset: string): void => {
    refuseOtherCharset(charset);
    refuseBrokenText(body);
    refuseDeepNesting(body);
  };
  const options = { limit: bodyLimitBytes, strict: true, verify };
  const read = oneAfterAnother(requireJson, json(options), urlencoded({ limit: formLimitBytes, extended: false }));
  return (request, response, next) => {
    const { 'transfer-encoding': encoding, 'content-length': length } = request.headers;
    const hasNone = encoding === undefined && length === undefined; // RFC 9112, 6.3.
    if (hasNone) next();
    else read(request, response, next);
  };
}

/** The one address that takes a form: identity providers send nothing else (OpenID Connect Back-Channel Logout 1.0). */
const formAddress = '/auth/back-channel-logout';
const formLimitBytes = 16 * 1024;

function requireJson(request: Request, _response: Response, next: NextFunction): void {
  const hasBody = request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length']) > 0;
  const wanted = request.path === formAddress ? 'application/x-www-form-urlencoded' : 'application/json';
  if (hasBody && !request.is(wanted)) {
    next(new EdgeRefusal('http.unsupported-media-type', 'Chỉ nhận nội dung application/json.'));
  } else next();
}

/** What is looked at is bytes (broken text, nesting): in UTF-16 or UTF-7, which the parser takes as well, they are not what is parsed. */
function refuseOtherCharset(charset: string): void {
  if (charset !== 'utf-8') {
    throw new EdgeRefusal('http.unsupported-media-type', `Nội dung phải bằng bảng mã UTF-8, không phải ${charset}.`);
  }
}

/** A lenient decoder would put U+FFFD in the place of broken bytes, and the log would keep it for ever. */
function refuseBrokenText(body: Buffer): void {
  if (isUtf8(body)) return;
  throw new EdgeRefusal(
    'http.malformed-json',
    'Nội dung có byte không thuộc bảng mã UTF-8: lưu lại bằng UTF-8 rồi gửi.',
  );
}

/** Deep nesting would overflow the stack of whatever walks the parsed body. */
function refuseDeepNesting(body: Buffer): void {
  if (nestingOf(body) > deepestNesting) {
    throw new InvalidRequest([{ field: 'body', detail: `nội dung JSON lồng quá ${deepestNesting} tầng` }]);
  }
}

/** The deepest nesting of arrays and objects in a JSON text; brackets within strings do not count. */
export function nestingOf(body: Buffer): number {
  let [depth, deepest, inString] = [0, 0, false];
  for (let i = 0; i < body.length; i += 1) {
    const at = body[i];
    if (inString) {
      if (at === byte.backslash) i += 1;
      else if (at === byte.quote) inString = false;
    } else if (at === byte.quote) inString = true;
    else if (at === byte.openBracket || at === byte.openBrace) deepest = Math.max(deepest, ++depth);
    else if (at === byte.closeBracket || at === byte.closeBrace) depth -= 1;
  }
  return deepest;
}
