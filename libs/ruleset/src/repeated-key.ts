interface Level {
  /** Keys met so far; undefined in a list. */
  readonly keys: Set<string> | undefined;
  /** The key or index of the value being read. */
  step: string | number;
  awaitsKey: boolean;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],]/g;

/**
 * The JSON pointer of the first key that an object gives twice, in text that is known to be JSON; undefined when there is none.
 * JSON.parse would silently keep the last: two rules for one thing must not both stand in a file. Linear in the text.
 */
export function repeatedKey(text: string): string | undefined {
  const levels: Level[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    const level = levels.at(-1);
    if (token === '{') levels.push({ keys: new Set(), step: '', awaitsKey: true });
    else if (token === '[') levels.push({ keys: undefined, step: 0, awaitsKey: false });
    else if (token === '}' || token === ']') levels.pop();
    else if (token === ',') advance(level);
    else if (level?.awaitsKey && isRepeated(level, JSON.parse(token) as string)) return pointerOf(levels);
  }
  return undefined;
}

function advance(level: Level | undefined): void {
  if (!level) return;
  if (typeof level.step === 'number') level.step += 1;
  else level.awaitsKey = true;
}

function isRepeated(level: Level, key: string): boolean {
  const repeated = level.keys?.has(key) ?? false;
  level.keys?.add(key);
  level.step = key;
  level.awaitsKey = false;
  return repeated;
}

function pointerOf(levels: readonly Level[]): string {
  return levels.map(({ step }) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
