import type { Response } from 'supertest';

/** All that an answer says but the moment and its own id. */
export function apartFromIds({ status, headers, body }: Response): unknown {
  const said = Object.entries(headers as Record<string, string>).filter(
    ([name]) => !['date', 'x-correlation-id'].includes(name),
  );
  return { status, said, body: { ...(body as object), correlationId: '' } };
}
