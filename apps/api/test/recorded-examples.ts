import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const file = join(__dirname, '../src/http/openapi-examples.json');

/** What was sent to an operation, where it takes a body, and what it answered. */
export interface Example {
  readonly body?: unknown;
  readonly answer: unknown;
}
export type Examples = Readonly<Record<string, Example>>;

/** What is on record for the document of the API. */
export function recordedExamples(): Examples {
  return JSON.parse(readFileSync(file, 'utf8')) as Examples;
}

/** Puts it on record; asked for by `npm run openapi -- --examples`. */
export function record(examples: Examples): void {
  writeFileSync(file, `${JSON.stringify(examples, null, 2)}\n`);
}

/** Many entries of a list show no more than two. */
const MOST_SHOWN = 2;
const uuid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;

/** The same in every run: answers with two entries of each list, and ids, which are drawn anew each time, counted in the order they are met. */
export function settled(examples: ReadonlyMap<string, Example>): Examples {
  const met = new Map<string, string>();
  const counted = (id: string): string => {
    const known = met.get(id) ?? `0190b7a4-0000-7000-8000-${String(met.size + 1).padStart(12, '0')}`;
    met.set(id, known);
    return known;
  };
  const names = [...examples.keys()].sort();
  const shown = names.map((name) => {
    const { answer, ...sent } = examples.get(name) as Example;
    return [name, { ...sent, answer: shortened(answer) }] as const;
  });
  return JSON.parse(JSON.stringify(Object.fromEntries(shown)).replace(uuid, counted)) as Examples;
}

function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, MOST_SHOWN).map(shortened);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shortened(one)]));
}
