import { At } from './answers';

type Plain = Readonly<Record<string, unknown>>;

/** Texts of the server: they do not carry over. */
const TEXTS = new Set(['details.message', 'grpcStatus.details']);

/** The positions that the symbols of one case stand for; learnt from the answers. */
export class Positions {
  private readonly known = new Map<string, bigint>();

  /** True when the position agrees with what the symbol stood for before. */
  agrees(symbol: string, position: bigint): boolean {
    if (symbol === 'other') return true;
    const before = this.known.get(symbol);
    if (before === undefined) this.known.set(symbol, position);
    return before === undefined || before === position;
  }

  /**
   * For requests. A symbol that no answer explained was made up by whoever recorded: the first lay inside the last record, later ones
   * beyond the end of the log.
   */
  of(symbol: string): bigint {
    const known = this.known.get(symbol);
    if (known !== undefined) return known;
    const last = [...this.known.values()].reduce((a, b) => (a > b ? a : b), 0n);
    const unexplained = Number(symbol.slice(1)) - this.known.size;
    return unexplained === 1 ? last + 1n : last + 1_000_000_000n;
  }

  /** Symbols are numbered in log order. */
  get inOrder(): boolean {
    const numbered = [...this.known].map(([symbol, position]) => [Number(symbol.slice(1)), position] as const);
    numbered.sort(([a], [b]) => a - b);
    return numbered.every(([, position], index) => index === 0 || position > (numbered[index - 1]?.[1] ?? 0n));
  }
}

/** Where an answer differs from the recorded one, in words; undefined when it is the same as far as answers carry over. */
export function difference(recorded: unknown, actual: unknown, positions: Positions, path = ''): string | undefined {
  if (actual instanceof At) {
    const symbol = String(recorded);
    return positions.agrees(symbol, actual.position) ? undefined : `${path}: ${symbol} is not ${actual.position}`;
  }
  if (Array.isArray(recorded)) return listDifference(recorded, actual, positions, path);
  if (typeof recorded === 'object' && recorded !== null && typeof actual === 'object' && actual !== null) {
    return objectDifference(recorded as Plain, actual as Plain, positions, path);
  }
  return abbreviated(recorded, actual) === actual ? undefined : `${path}: ${text(actual)} instead of ${text(recorded)}`;
}

/** Long names were recorded as their beginning and their length. */
function abbreviated(recorded: unknown, actual: unknown): unknown {
  const long = typeof recorded === 'string' ? /^(.*)… \((\d+) characters\)$/su.exec(recorded) : null;
  if (!long || typeof actual !== 'string') return recorded;
  return actual.startsWith(long[1] ?? '') && actual.length === Number(long[2]) ? actual : recorded;
}

function objectDifference(recorded: Plain, actual: Plain, positions: Positions, path: string): string | undefined {
  for (const key of new Set([...Object.keys(recorded), ...Object.keys(actual)])) {
    const here = path === '' ? key : `${path}.${key}`;
    if ([...TEXTS].some((name) => here.endsWith(name)) || key === 'checkpoints') continue;
    if (key === 'id' && isTombstone(recorded)) continue;
    const found = difference(recorded[key], actual[key], positions, here);
    if (found) return found;
  }
  return undefined;
}

function listDifference(
  recorded: readonly unknown[],
  actual: unknown,
  positions: Positions,
  path: string,
): string | undefined {
  if (!Array.isArray(actual)) return `${path}: ${text(actual)} instead of a list`;
  const answers: readonly unknown[] = withCheckpointsOf(recorded, actual);
  if (recorded.length !== answers.length) return `${path}: ${text(answers)} instead of ${text(recorded)}`;
  for (const [index, value] of recorded.entries()) {
    const found = difference(value, answers[index], positions, `${path}[${index}]`);
    if (found) return found;
  }
  return undefined;
}

/** Runs of checkpoints count as one, and only where one was recorded: how many come depends on the length of the log. */
function withCheckpointsOf(recorded: readonly unknown[], actual: readonly unknown[]): unknown[] {
  const kept: unknown[] = [];
  for (const answer of actual) {
    const expected = recorded[kept.length];
    if (isCheckpoint(answer) && !isCheckpoint(expected)) continue;
    kept.push(answer);
  }
  return kept;
}

export function isCheckpoint(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'checkpoints' in value;
}

/** The id of a tombstone is made by the server. */
function isTombstone(record: Plain): boolean {
  return (record['metadata'] as Plain | undefined)?.['type'] === '$streamDeleted';
}

function text(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) => (part instanceof At ? String(part.position) : part)) ?? 'nothing'
  );
}
