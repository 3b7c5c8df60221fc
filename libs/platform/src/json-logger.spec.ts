import { JsonLogger } from './json-logger';

function logged(write: (logger: JsonLogger) => void): { text: string; lines: Record<string, unknown>[] } {
  const lines: string[] = [];
  write(new JsonLogger('debug', { write: (line) => void lines.push(line) }));
  return { text: lines.join(''), lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

it('writes one JSON object per line with time, level and context', () => {
  const { lines } = logged((logger) => logger.log({ route: '/units', status: 201 }, 'http'));
  expect(lines).toEqual([
    { level: 30, time: expect.any(String) as string, context: 'http', route: '/units', status: 201 },
  ]);
});

it.each([
  ['a token in a header', { headers: { authorization: 'Bearer abcdefghijklmnop' } }],
  ['a token in a text', 'request with Bearer abcdefghijklmnop failed'],
  ['a token in capitals', 'request with BEARER abcdefghijklmnop failed'],
  ['a password in a header', 'request with Basic abcdefghijklmnop failed'],
  ['a demo token', `token demo-${'abcdefghijklmnop'.repeat(2)} was used`],
  ['a demo token in place of an account', { accountId: `demo-${'abcdefghijklmnop'.repeat(2)}` }],
  ['a password in an address', 'cannot connect to postgres://par:abcdefghijklmnop@localhost/par'],
  ['a name', { unit: { personName: 'abcdefghijklmnop' } }],
  ['an account', { actor: 'abcdefghijklmnop' }],
  ['an e-mail address', 'abcdefghijklmnop@tphcm.gov.vn wrote'],
  ['a row quoted by PostgreSQL', new Error('Key (x)=(abcdefghijklmnop) already exists')],
  ['the text of a declaration', { body: { explanation: 'abcdefghijklmnop' } }],
])('keeps %s out of the log', (_what, message) => {
  const { text, lines } = logged((logger) => logger.error(message, 'http'));
  expect(lines).toHaveLength(1);
  expect(text).not.toContain('abcdefghijklmnop');
});

it.each(['0912345678', '+84912345678', '079123456789'])('keeps the number %s of a person out of the log', (number) => {
  expect(logged((logger) => logger.warn(`gọi ${number} ngay`, 'http')).text).not.toContain(number);
});

it('keeps what one needs to find the fault', () => {
  const correlationId = '018f0000-0912-7345-8678-000000000001';
  const { text } = logged((logger) =>
    logger.error(
      { code: 'http.internal', correlationId, position: 12345678901n, error: 'TypeError: x is undefined\n at y.ts:1' },
      'problem',
    ),
  );
  for (const kept of [correlationId, '12345678901', 'x is undefined', 'y.ts:1']) expect(text).toContain(kept);
});

it.each(['demo-administrator-of-units', 'demo-survey-organiser', 'tran.binh@so.example.vn', '0912345678'])(
  'names the account %s by its id',
  (id) => {
    const [line] = logged((logger) => logger.warn({ accountId: id, inNameOf: id, by: null }, 'denial')).lines;
    expect(line).toMatchObject({ accountId: id, inNameOf: id, by: null });
  },
);

it('listens once for the end of the process, however many loggers there are', () => {
  const listeners = () => process.listenerCount('exit');
  new JsonLogger('silent');
  const before = listeners();
  for (let more = 0; more < 5; more += 1) new JsonLogger('silent');
  expect(listeners()).toBe(before);
});
