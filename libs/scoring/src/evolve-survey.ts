import type { SurveyEvent } from '@app/survey';
import type { BatchFacts, Recorded, UnitYearFacts } from './facts';
import { entry, isOlder, stated } from './stated';

type Of<Type extends SurveyEvent['type']> = Extract<Recorded<SurveyEvent>, { type: Type }>;

/** The batch counts, unless it was withdrawn after it was recorded. The same batch delivered again replaces itself. */
export function recordBatch(facts: UnitYearFacts, event: Of<'SurveyBatchRecorded'>): UnitYearFacts {
  const { questions, responses } = event.data;
  const key = keyOf(event);
  const batch: BatchFacts = {
    respondents: responses.length,
    tallies: tally(questions, responses),
    ...stated(event),
  };
  if (isOlder(batch, entry(facts.withdrawnBatches, key)) || isOlder(batch, entry(facts.batches, key))) return facts;
  return { ...facts, batches: { ...facts.batches, [key]: batch } };
}

/** The batch no longer counts. */
export function withdrawBatch(facts: UnitYearFacts, event: Of<'SurveyBatchWithdrawn'>): UnitYearFacts {
  const key = keyOf(event);
  const withdrawal = stated(event);
  if (isOlder(withdrawal, entry(facts.withdrawnBatches, key))) return facts;
  const { [key]: batch, ...others } = facts.batches;
  return {
    ...facts,
    batches: batch === undefined || isOlder(withdrawal, batch) ? facts.batches : others,
    withdrawnBatches: { ...facts.withdrawnBatches, [key]: withdrawal },
  };
}

/** Unambiguous whatever the names contain: only the first slash separates. */
function keyOf({ data }: Recorded<SurveyEvent>): string {
  return `${data.campaign.replaceAll('%', '%25').replaceAll('/', '%2F')}/${data.batch}`;
}

/** Exact counts per question and option: the letter at a question's place in each response; `-` is no answer. */
function tally(questions: readonly string[], responses: readonly string[]): BatchFacts['tallies'] {
  const tallies: Record<string, Record<string, number>> = {};
  questions.forEach((question, place) => {
    const counts: Record<string, number> = {};
    for (const response of responses) {
      const option = response[place] ?? NO_ANSWER;
      if (option !== NO_ANSWER) counts[option] = (counts[option] ?? 0) + 1;
    }
    tallies[question] = counts;
  });
  return tallies;
}

const NO_ANSWER = '-';
