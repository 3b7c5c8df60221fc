import { createHash } from 'node:crypto';
import { diceFor } from '@app/demo';
import { optionsByQuestion } from '@app/survey';
import { ruleset } from './declarations';

const asked = [...optionsByQuestion(ruleset)].map(([question, options]) => ({ question, options: [...options] }));

/**
 * So many answers to every question of the ruleset, each option as likely as any other: people agree more than that, so these compress the
 * least. The same seed gives the same.
 */
export function surveyResponses(seed: number, count: number): string[] {
  const dice = diceFor(seed, 'survey');
  const answered = () => asked.map(({ options }) => options[dice.between(0, options.length - 1)] ?? '-').join('');
  return Array.from({ length: count }, answered);
}

/** The data of a recorded batch of these responses. */
export function surveyBatch(unitId: string, responses: readonly string[]) {
  const sourceSha256 = createHash('sha256').update(unitId).digest('hex');
  const source = { sourceName: 'dot-1.csv', sourceSha256 };
  const questions = asked.map(({ question }) => question);
  return { year: 2024, unitId, campaign: 'khao_sat', batch: 'dot-1', questions, responses, ...source };
}
