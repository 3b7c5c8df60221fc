import type { Response } from 'supertest';
import { problemCatalogue } from '../src/http/problem-catalogue';
import type { Documented } from './documented';
import { actsAs, type FuzzRequest, isForPerson, type Target } from './targets';
import { marksShownIn, mayRead } from './marked-file';

const insides = /\bat .{1,200}\.[jt]s:\d+|node_modules|Error: |SELECT |read_model\.|\/(home|work|tmp)\//;

/** What is wrong with an answer, as a sentence; undefined: nothing. */
export function faultOf(
  target: Target,
  request: FuzzRequest,
  response: Response,
  document: Documented,
): string | undefined {
  const { status, text } = response;
  if (status >= 500) return `answers ${status}: ${text.slice(0, 300)}`;
  if (!(String(status) in target.operation.responses))
    return `answers ${status}, which is not documented: ${text.slice(0, 300)}`;
  if (insides.test(text) && !target.template.startsWith('/rulesets'))
    return `tells of its inside: ${text.slice(0, 300)}`;
  const whose = actsAs(request);
  const hidden = marksShownIn(response).find((name) => !mayRead(whose, name));
  if (hidden !== undefined) return `shows another unit's ${hidden} to ${whose ?? 'anybody'}`;
  if (status < 300 && !isForPerson(target, whose)) return `lets ${whose ?? 'anybody'} in`;
  return status < 400 ? faultOfAnswer(target, response, document) : faultOfProblem(response);
}

function faultOfAnswer(
  { method, template }: Target,
  { status, body }: Response,
  document: Documented,
): string | undefined {
  if (status === 304) return undefined;
  try {
    document.check(method, template, status, body as unknown);
  } catch (error) {
    return (error as Error).message;
  }
  return undefined;
}

function faultOfProblem({ status, type, body }: Response): string | undefined {
  if (type !== 'application/problem+json') return `answers ${status} as ${type}`;
  const problem = body as { type?: unknown; status?: unknown; code?: string };
  const known = problemCatalogue[problem.code ?? ''];
  if (known?.status !== status || problem.status !== status) return `answers ${status} with the code ${problem.code}`;
  return problem.type === `/problems/${problem.code}` ? undefined : `explains itself at ${String(problem.type)}`;
}
