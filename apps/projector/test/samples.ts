/** The values of one metric by their labels as written: `projection="ranking",part="0"`. */
export type Samples = ReadonlyMap<string, ReadonlyMap<string, number>>;

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const LABEL = '[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\\\n]|\\\\["\\\\n])*"';
const SAMPLE = new RegExp(`^(${NAME})(?:\\{(${LABEL}(?:,${LABEL})*)\\})? (\\S+)$`);
const COMMENT = new RegExp(`^# (?:HELP ${NAME} .*|TYPE ${NAME} (?:counter|gauge|histogram|summary|untyped))$`);

/** Reads the text format of Prometheus (0.0.4, without timestamps). Throws at the first line that is not of it, and at a sample given twice. */
export function samplesOf(text: string): Samples {
  const all = new Map<string, Map<string, number>>();
  if (!text.endsWith('\n')) throw new Error('The last line is not ended');
  for (const line of text.split('\n')) {
    if (line === '' || COMMENT.test(line)) continue;
    const [, name = '', labels = '', value = ''] = SAMPLE.exec(line) ?? [];
    const number = Number(value.replace(/^([+-]?)Inf$/, '$1Infinity'));
    const given = all.get(name) ?? new Map<string, number>();
    // Prometheus reads it in any case; prom-client writes `Nan` of what it has not measured yet.
    const isFigure = !Number.isNaN(number) || /^nan$/i.test(value);
    if (name === '' || !isFigure || given.has(labels)) throw new Error(`Not so: ${line}`);
    all.set(name, given.set(labels, number));
  }
  return all;
}
