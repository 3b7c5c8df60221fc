import { componentsOf, type Ruleset } from '@app/ruleset';
import { BatchSizeOutOfRange, QuestionsDoNotFit, ResponseIsInvalid } from './survey.errors';

/** Responses per event at most: keeps one event far below the log's limit. */
export const MAX_RESPONSES = 500;

/** Stands for "no answer" in a response. */
const NO_ANSWER = '-';

/** The option letters of each question that the ruleset asks. Several components may share a question. */
export function optionsByQuestion(ruleset: Ruleset): ReadonlyMap<string, ReadonlySet<string>> {
  const options = new Map<string, Set<string>>();
  for (const { rule } of componentsOf(ruleset)) {
    if (rule.kind !== 'survey') continue;
    const known = options.get(rule.question) ?? new Set<string>();
    for (const letter of Object.keys(rule.weights)) known.add(letter);
    options.set(rule.question, known);
  }
  return options;
}

/** Throws unless every question is one of the ruleset's, named once, and every response has one of its options, or `-`, per question. */
export function demandValidResponses(
  ruleset: Ruleset,
  questions: readonly string[],
  responses: readonly string[],
): void {
  if (responses.length === 0 || responses.length > MAX_RESPONSES)
    throw new BatchSizeOutOfRange(responses.length, MAX_RESPONSES);
  const asked = askedOptions(ruleset, questions);
  responses.forEach((response, index) => demandValidResponse(response, index + 1, questions, asked));
}

function askedOptions(ruleset: Ruleset, questions: readonly string[]): ReadonlySet<string>[] {
  if (questions.length === 0) throw new QuestionsDoNotFit(null, 'không có câu hỏi nào');
  const known = optionsByQuestion(ruleset);
  return questions.map((question, place) => {
    const options = known.get(question);
    if (options === undefined) throw new QuestionsDoNotFit(question, `bộ tiêu chí không có câu hỏi “${question}”`);
    if (questions.indexOf(question) < place) throw new QuestionsDoNotFit(question, `câu hỏi “${question}” bị lặp`);
    return options;
  });
}

function demandValidResponse(
  response: string,
  row: number,
  questions: readonly string[],
  asked: readonly ReadonlySet<string>[],
): void {
  if (response.length !== questions.length)
    throw new ResponseIsInvalid(row, null, `có ${response.length} ký tự, cần đúng ${questions.length}`);
  asked.forEach((options, place) => {
    const letter = response.charAt(place);
    if (letter === NO_ANSWER || options.has(letter)) return;
    const question = questions[place] ?? null;
    throw new ResponseIsInvalid(row, question, `“${letter}” không phải là phương án của câu hỏi “${question ?? ''}”`);
  });
}
