import { applyRule, type Component, type ScoringRule } from '@app/ruleset';
import type { BatchFacts } from './facts';
import type { ComponentFinding } from './score-sheet';
import { entry } from './stated';
import { spoken } from './vietnamese';

type SurveyRule = Extract<ScoringRule, { kind: 'survey' }>;
type Counts = Readonly<Record<string, number>>;

/** Points from the answers of all batches that count. Answers that are no option of the question are not valid; too few valid ones: missing. */
export function scoreSurvey(
  component: Component,
  rule: SurveyRule,
  batches: Readonly<Record<string, BatchFacts>>,
): ComponentFinding {
  const asked = Object.values(batches).filter(({ tallies }) => Object.hasOwn(tallies, rule.question));
  const eventIds = asked.map(({ eventId }) => eventId).sort();
  const counts = sumOf(asked.map(({ tallies }) => entry(tallies, rule.question) ?? {}));
  const valid = Object.fromEntries(Object.entries(counts).filter(([option]) => Object.hasOwn(rule.weights, option)));
  const invalid = total(counts) - total(valid);
  const outcome = applyRule(component, { kind: 'tally', counts: valid });
  const points = outcome.state === 'scored' ? outcome.points : null;
  return {
    state: points === null ? 'missing' : 'scored',
    points,
    eventIds,
    reasonOf: () => {
      const answers = `Điều tra xã hội học, câu ${rule.question}: ${total(valid)} câu trả lời hợp lệ${listed(valid)}`;
      const ignored = invalid === 0 ? '' : `; ${invalid} câu trả lời không hợp lệ không được tính`;
      const result =
        points === null
          ? `cần ít nhất ${rule.minimumAnswers}, chưa đủ căn cứ tính điểm`
          : `được ${spoken(points)} trên ${component.max.replace('.', ',')} điểm`;
      return `${answers}${ignored}; ${result}.`;
    },
  };
}

function sumOf(all: readonly Counts[]): Counts {
  const sum: Record<string, number> = {};
  for (const [option, count] of all.flatMap((counts) => Object.entries(counts)))
    sum[option] = (sum[option] ?? 0) + count;
  return sum;
}

function total(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** ` (A 200, B 80)`, by option. */
function listed(counts: Counts): string {
  const options = Object.keys(counts).sort();
  return options.length === 0 ? '' : ` (${options.map((option) => `${option} ${counts[option] ?? 0}`).join(', ')})`;
}
