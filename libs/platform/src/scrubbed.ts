/** Fields that never reach a log: secrets, and what names or describes a person. */
const secretField =
  /^(authorization|cookie|set-cookie|token.*|password|secret|.*connectionstring|.*url|name|.*name|actor|account|onbehalfof|personid|email|phone|address|ip|reason|explanation|body|responses)$/i;

/** Fields that hold an account's id: our own name for it, whatever it looks like. */
const ownIdField = /^(accountId|inNameOf)$/;

type Instead = readonly [found: RegExp, instead: string];

/** What gives a token away within a text, and what stands in the log instead. */
const tokens: readonly Instead[] = [
  [/\b(bearer|basic)\s+[\w.~+/=-]+/gi, '$1 ***'],
  // 24 random bytes; the ids of demo accounts begin alike.
  [/\bdemo-[\w-]{32,}/g, '***'],
];

/** What gives a secret or a person away within a text. */
const inText: readonly Instead[] = [
  ...tokens,
  [/\b([a-z][a-z0-9+]*:\/\/)[^\s/@]*@/gi, '$1***@'],
  [/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+/gu, '***'],
  // Vietnamese telephone and citizen numbers.
  [/(?<![\w-])(?:0\d{8,11}|\+?84\d{9})(?![\w-])/g, '***'],
  // PostgreSQL quotes the row in its details: Key (name)=(…).
  [/=\([^)\n]*\)/g, '=(***)'],
];

/** Every text in which one of `inText` is found has this in it: most have not, and are looked through once instead of six times. */
const suspicious = /@|=\(|\d{8}|bearer|basic|demo-/i;

const deepest = 6;

/** A copy fit for the log: secret fields cut out, texts cleaned, big integers as text, errors with name, message and stack. */
export function scrubbed(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return suspicious.test(value) ? without(inText, value) : value;
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  if (depth === deepest) return '…';
  if (value instanceof Error) return scrubbed({ error: value.stack ?? `${value.name}: ${value.message}` }, depth + 1);
  if (Array.isArray(value)) return value.map((element) => scrubbed(element, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [
      field,
      secretField.test(field) ? '***' : scrubbedIn(field, inner, depth),
    ]),
  );
}

function scrubbedIn(field: string, inner: unknown, depth: number): unknown {
  return ownIdField.test(field) && typeof inner === 'string' ? without(tokens, inner) : scrubbed(inner, depth + 1);
}

function without(patterns: readonly Instead[], value: string): string {
  return patterns.reduce((text, [found, instead]) => text.replace(found, instead), value);
}
