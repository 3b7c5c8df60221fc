import type { Recorded } from '@app/event-store';
import { actOf } from '@app/file-register';
import { evolveFacts, initialFacts } from '@app/scoring';
import type { UnitScoreEvent } from '@app/scorecard';
import type { SurveyEvent } from '@app/survey';

/** Fewer answers than these are not broken down: one person's answer would be seen. */
const LEAST_ANSWERS = 5;

/** A batch as it is on record: never a response, of which a few may tell who gave them. */
export interface RecordedBatch {
  readonly campaign: string;
  readonly batch: string;
  readonly questions: readonly string[];
  /** How many people answered. */
  readonly responses: number;
  readonly sourceName: string;
  readonly sourceSha256: string;
  readonly recorded: UnitScoreEvent;
  /** Null: it counts. */
  readonly withdrawn: {
    readonly reason: string;
    /** The batch as which the same source was recorded again. */
    readonly replacedBy: { readonly campaign: string; readonly batch: string } | null;
    readonly recorded: UnitScoreEvent;
  } | null;
}

/** How a question was answered, over all batches that count. */
export interface QuestionResult {
  readonly question: string;
  /** How many people were asked it. */
  readonly asked: number;
  /** How many of them answered it. */
  readonly answered: number;
  /** Null: fewer than 5 answered, of whom it would tell too much. */
  readonly options: readonly { readonly option: string; readonly answers: number }[] | null;
}

export interface SurveysTold {
  /** In the order of the log. */
  readonly batches: readonly RecordedBatch[];
  /** How many people answered, over all batches that count. */
  readonly responses: number;
  readonly results: readonly QuestionResult[];
}

type Of<Type extends SurveyEvent['type']> = Extract<Recorded<SurveyEvent>, { type: Type }>;

/** What the events of one unit's year tell: every batch, and the answers as they count towards the score. */
export function surveysIn(events: readonly Recorded<SurveyEvent>[], unitId: string, year: number): SurveysTold {
  const recorded = events.filter((event) => event.type === 'SurveyBatchRecorded');
  const withdrawn = events.filter((event) => event.type === 'SurveyBatchWithdrawn');
  const batches = recorded.map((event): RecordedBatch => {
    const { campaign, batch, questions, responses, sourceName, sourceSha256 } = event.data;
    const told = { campaign, batch, questions, responses: responses.length, sourceName, sourceSha256 };
    const end = withdrawn.find(({ data }) => data.campaign === campaign && data.batch === batch);
    return { ...told, recorded: actOf(event), withdrawn: end ? withdrawal(event, end, recorded) : null };
  });
  return { batches, ...countedIn(events, unitId, year) };
}

function withdrawal(
  batch: Of<'SurveyBatchRecorded'>,
  end: Of<'SurveyBatchWithdrawn'>,
  recorded: readonly Of<'SurveyBatchRecorded'>[],
): RecordedBatch['withdrawn'] {
  const again = recorded.find(
    ({ data, position }) => position > batch.position && data.sourceSha256 === batch.data.sourceSha256,
  );
  const replacedBy = again ? { campaign: again.data.campaign, batch: again.data.batch } : null;
  return { reason: end.data.reason, replacedBy, recorded: actOf(end) };
}

/** By the fold that scores: whatever does not count there is not counted here. */
function countedIn(events: readonly Recorded<SurveyEvent>[], unitId: string, year: number) {
  const counting = Object.values(events.reduce(evolveFacts, initialFacts(unitId, year)).batches);
  const questions = [...new Set(counting.flatMap(({ tallies }) => Object.keys(tallies)))].sort();
  const results = questions.map((question): QuestionResult => {
    const asked = counting.filter(({ tallies }) => Object.hasOwn(tallies, question));
    const options = optionsIn(asked.map(({ tallies }) => tallies[question] ?? {}));
    const answered = sum(options.map(({ answers }) => answers));
    return {
      question,
      asked: sum(asked.map(({ respondents }) => respondents)),
      answered,
      options: answered < LEAST_ANSWERS ? null : options,
    };
  });
  return { responses: sum(counting.map(({ respondents }) => respondents)), results };
}

function optionsIn(tallies: readonly Readonly<Record<string, number>>[]): NonNullable<QuestionResult['options']> {
  const options = [...new Set(tallies.flatMap((tally) => Object.keys(tally)))].sort();
  return options.map((option) => ({ option, answers: sum(tallies.map((tally) => tally[option] ?? 0)) }));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
