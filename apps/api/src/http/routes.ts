import { applyDecorators, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import type { CommandResult } from '@app/event-store';
import { Allow, Personal, Public } from '../auth/access';
import type { Role } from '../auth/roles';
import { NamesNoRevision } from './precondition';
import { type ReadFrom, SetAsOfFromLog, SetReadFrom } from './read-from';

type Roles = readonly [Role, ...Role[]];

/** Where the log stands after a command. Give `position` as `after` to read one's own writes. */
export class CommandAnswer {
  @ApiProperty({
    type: String,
    description: 'Revision of the stream written to, from 0, also as ETag; a repeated command answers its first.',
  })
  revision!: string;

  @ApiProperty({ type: String, description: 'Position in the whole log, also as Consistency-Token.' })
  position!: string;
}

/** What the API answers to a command. */
export function answerOf({ revision, position }: CommandResult): CommandAnswer {
  return { revision: revision.toString(), position: position.toString() };
}

/**
 * A route that sends one command, for the roles named; it demands `If-Match`, unless Creates or Commutes stands below it. `summary` is what it
 * does, in one sentence.
 */
export const CommandRoute = (path: string, summary: string, ...roles: Roles): MethodDecorator =>
  posting(path, summary, CommandAnswer, roles);

/** A route that sends a command which names no one stream's revision, with an answer of its own. */
export const ProcessRoute = (
  path: string,
  summary: string,
  answer: new () => object,
  ...roles: Roles
): MethodDecorator => applyDecorators(NamesNoRevision(), posting(path, summary, answer, roles));

function posting(path: string, summary: string, answer: new () => object, roles: Roles): MethodDecorator {
  return applyDecorators(Post(path), Allow(...roles), ApiOperation({ summary }), ApiCreatedResponse({ type: answer }));
}

/** A route that sends one command about the own rights, for every account. */
export const PersonalCommandRoute = (path: string, summary: string): MethodDecorator =>
  applyDecorators(Post(path), Personal(), ApiOperation({ summary }), ApiCreatedResponse({ type: CommandAnswer }));

/** The same for a command with an answer of its own. */
export const PersonalProcessRoute = (path: string, summary: string, answer: new () => object): MethodDecorator =>
  applyDecorators(Post(path), Personal(), ApiOperation({ summary }), ApiCreatedResponse({ type: answer }));

/** What a query answers: the class that describes it, once or as a list. */
export interface Question {
  readonly type: new () => object;
  readonly isArray?: boolean;
  /** The read model that answers; told in the answer's headers. */
  readonly from?: ReadFrom;
  /** Asked as of a moment, the log itself answers. */
  readonly asOfFromLog?: boolean;
}

const readHeaders = {
  'X-As-Of-Position': { description: 'Position of the log up to which the answer is true', schema: { type: 'string' } },
  'X-Projection-Version': {
    description: 'The read model that answered, and its version; absent where the log itself did, as of a moment',
    schema: { type: 'string' },
  },
} as const;

/** A route that asks one question, for everybody or for the roles named. */
export const QueryRoute = (
  path: string,
  summary: string,
  { type, isArray = false, from, asOfFromLog = false }: Question,
  ...access: Roles | ['public']
): MethodDecorator =>
  applyDecorators(
    Get(path),
    isPublic(access) ? Public() : Allow(...access),
    ApiOperation({ summary }),
    ApiOkResponse({ type, isArray, ...(from && { headers: readHeaders }) }),
    ...(from ? [SetReadFrom(from)] : []),
    ...(asOfFromLog ? [SetAsOfFromLog()] : []),
  );

/** A route that asks about the own account, for every account. */
export const PersonalQueryRoute = (path: string, summary: string, { type }: Question): MethodDecorator =>
  applyDecorators(Get(path), Personal(), ApiOperation({ summary }), ApiOkResponse({ type }));

function isPublic(access: Roles | ['public']): access is ['public'] {
  return access[0] === 'public';
}
