import { Together } from '@app/event-store';
import type { DataSource } from 'typeorm';
import { ask, type Question } from './ask';

/** Of a parameter, as SQL names it. */
export type ParameterType = 'text' | 'integer' | 'bigint';

/** Asks with these values: the row found, undefined where there is none. Throws the driver's errors. */
export type AskOne<Row> = (...values: readonly unknown[]) => Promise<Row | undefined>;

/**
 * A question that one row answers, or none; those who ask it at the same time are answered by one statement. `types`: of its parameters, in
 * their order. Values must be such that the question cannot fail by them: all who are answered together would fail.
 */
export function askTogether<Row extends object>(
  dataSource: DataSource,
  question: Question,
  types: readonly ParameterType[],
): AskOne<Row> {
  const forEach = questionForEach(question, types);
  const together = new Together(async (asked: readonly (readonly unknown[])[]) => {
    const lists = types.map((_, at) => asked.map((values) => values[at]));
    const rows = new Array<Row | undefined>(asked.length).fill(undefined);
    for (const { place, ...row } of await ask<Row & Placed>(dataSource, forEach, lists)) rows[place - 1] = row as Row;
    return rows;
  });
  return (...values) => together.ask(values);
}

interface Placed {
  readonly place: number;
}

/**
 * The question for lists of values, one list for each parameter; `place`, from 1, says to which values a row belongs. The lists are hidden
 * from the planner (OFFSET 0): knowing how short they are it would plan each time anew, which takes longer than to answer. LIMIT keeps it
 * from joining the answers otherwise than one by one.
 */
export function questionForEach({ text, ...question }: Question, types: readonly ParameterType[]): Question {
  const names = types.map((_, at) => `v${at + 1}`);
  const lists = types.map((type, at) => `$${at + 1}::${type}[] AS v${at + 1}`);
  return {
    ...question,
    text: `SELECT asked.place::integer AS place, answer.*
      FROM (SELECT ${lists.join()} OFFSET 0) lists
        CROSS JOIN unnest(${names.map((name) => `lists.${name}`).join()}) WITH ORDINALITY asked (${names.join()}, place)
        CROSS JOIN LATERAL (SELECT * FROM (${text.replace(/\$(\d+)/g, 'asked.v$1')}) one LIMIT 1) answer`,
  };
}
