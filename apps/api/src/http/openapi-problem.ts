const text = (description: string) => ({ type: 'string', description }) as const;

/** The parts that refusals about several things name, one by one. */
const units = {
  type: 'array',
  description:
    'Units that it is about: those that are not ready (publication.results-are-not-ready), whose figures have changed (publication.figures-have-changed), or that are assessed in another block (publication.members-are-assessed-elsewhere).',
  items: {
    type: 'object',
    required: ['unitId'],
    properties: {
      unitId: { type: 'string' },
      name: text('Not ready: what the unit is called.'),
      kind: text('Not ready: why, as a stable word.'),
      reason: text('Not ready: why, in Vietnamese.'),
      until: {
        type: ['string', 'null'],
        description:
          'Not ready: from this instant on (30 s later for whoever publishes) the unit is out of time and holds nothing up any more; null: only somebody’s act ends it.',
      },
      blockId: text('Assessed in this block (Khối).'),
    },
  },
} as const;
const objections = {
  type: 'array',
  description:
    'Objections (kiến nghị về điểm) that are open (publication.objections-are-open), or upheld without a ruling on points (publication.objections-are-not-ruled).',
  items: {
    type: 'object',
    required: ['unitId', 'caseId'],
    properties: { unitId: { type: 'string' }, caseId: { type: 'string' } },
  },
} as const;
const several = (part: string, description: string, type = 'string') =>
  ({
    type: 'array',
    description,
    items: { type: 'object', required: [part], properties: { [part]: { type } } },
  }) as const;
const lists = {
  units,
  objections,
  components: several(
    'component',
    'Components (tiêu chí thành phần) that are not declared, not appraised, or asked about.',
  ),
  fields: several('field', 'Fields (lĩnh vực) that are not closed, or that no ruleset has.'),
  own: several('field', 'Fields (lĩnh vực) that the appraiser may appraise.'),
  leadAgencies: several('leadAgency', 'Lead agencies (cơ quan chủ trì) whose share it is.'),
  missing: several('holiday', 'Holidays (ngày nghỉ lễ, tết) that the calendar lacks, in Vietnamese.'),
  years: several('year', 'Years whose working calendar is not recorded.', 'integer'),
} as const;

/** The body of every error, for the document. */
export const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'correlationId'],
  properties: {
    type: { type: 'string', description: 'Address that explains this type of problem.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'Vietnamese: what is wrong and what to mend.' },
    code: { type: 'string', description: 'Stable: <feature>.<kebab>.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'detail'],
        properties: { field: { type: 'string' }, detail: { type: 'string' } },
      },
    },
    details: {
      type: 'object',
      description: 'What it is about, for programs; the code says which parts there are.',
      properties: lists,
      additionalProperties: true,
    },
    correlationId: { type: 'string', format: 'uuid' },
  },
} as const;

const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
const integer = { type: 'integer' as const, minimum: 1 };
const retryAfter = { 'Retry-After': { description: 'Seconds to wait', required: true, schema: integer } };
const currentTag = {
  ETag: { description: 'What the stream is at now', required: true, schema: { type: 'string' as const } },
};

/** What each status of an error says. */
const meanings = {
  400: 'Not of the form that is described here (http.invalid-request names each field), or without Idempotency-Key',
  401: 'No account, or a token that is none',
  403: 'Not for the roles of this account, not for its unit, a file that its unit has not submitted, or refused to this person by a rule of four eyes',
  404: 'What the address or the body names does not exist, or not for everybody yet',
  409: 'Against the present state',
  412: 'The stream is not as it was seen: nothing was written; look again (http.precondition-failed)',
  413: 'The body is too large',
  415: 'The body is not JSON in UTF-8',
  422: 'Against a rule',
  428: 'If-Match is missing: say which revision was seen (http.precondition-required)',
  429: 'Too many requests: come back later, with the same Idempotency-Key',
  503: 'Overloaded, not in time, or log or database away: come back later, with the same Idempotency-Key',
} as const;

export type ProblemStatus = keyof typeof meanings;

const headers: Partial<Record<ProblemStatus, object>> = { 412: currentTag, 429: retryAfter, 503: retryAfter };

/** One response per status, for all operations to refer to. */
export function problemComponents(): Record<string, object> {
  const named = Object.entries(meanings).map(([status, description]) => {
    const own = headers[Number(status) as ProblemStatus];
    return [`Problem${status}`, { description, ...(own && { headers: own }), content }] as const;
  });
  return { ...Object.fromEntries(named), Problem: { description: 'Problem (RFC 9457)', content } };
}

/** The responses for these statuses, and for any other error. */
export function problemResponses(statuses: readonly ProblemStatus[]): Record<string, object> {
  const named = statuses.map((status) => [String(status), refer(`Problem${status}`)] as const);
  return { ...Object.fromEntries(named), default: refer('Problem') };
}

function refer(name: string): object {
  return { $ref: `#/components/responses/${name}` };
}
