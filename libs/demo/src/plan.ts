import { type ExactText, Rational } from '@app/kernel';
import { applyRule, type Component, pointLimits, type RuleInput, type Ruleset } from '@app/ruleset';
import { declarationFor } from './declarations';
import { type Dice, diceFor } from './random';
import { storyQuality, storyTwins } from './story';

/** One component as declared, and what its appraiser made of it: null points are "not applicable". */
export interface PlannedScore {
  readonly component: Component;
  readonly declaration: RuleInput;
  /** Adjusted points and the reason; undefined where the appraiser confirms. */
  readonly adjustment?: { readonly points: string; readonly reasonCode: string; readonly reason: string };
}

export interface PlannedBatch {
  readonly batch: string;
  readonly questions: readonly string[];
  readonly responses: readonly string[];
}

/** Everything that one unit and its appraisers enter in one year. */
export interface UnitYearPlan {
  readonly scores: readonly PlannedScore[];
  readonly survey: PlannedBatch;
  /** Complaints upheld against the unit in the year. */
  readonly upheldComplaints: number;
}

/** A component whose appraiser does not confirm what was declared. */
export type AdjustedScore = PlannedScore & Required<Pick<PlannedScore, 'adjustment'>>;

/** A plan with what it is the plan of. */
export interface UnitYear {
  readonly year: number;
  readonly unitId: string;
  readonly ruleset: Ruleset;
  readonly plan: UnitYearPlan;
}

const REASONS = [
  ['evidence-partial', 'Tài liệu kiểm chứng chỉ chứng minh được một phần nội dung tự chấm'],
  ['late-report', 'Báo cáo gửi chậm so với thời hạn quy định'],
  ['figures-differ', 'Số liệu kê khai chênh lệch so với số liệu theo dõi của cơ quan chủ trì'],
] as const;

/** The plan of a unit-year: a pure function of seed, year, unit and ruleset. */
export function planUnitYear(seed: number, year: number, unitId: string, ruleset: Ruleset): UnitYearPlan {
  const model = storyTwins[`${year}/${unitId}`] ?? unitId;
  const quality = qualityOf(seed, year, model);
  const path = `${year}/${model}`;
  const components = ruleset.fields.flatMap(({ criteria }) => criteria.flatMap((criterion) => criterion.components));
  return {
    scores: components.flatMap((component) =>
      plannedScore(component, quality, diceFor(seed, `${path}/${component.code}`)),
    ),
    survey: surveyOf(components, quality, diceFor(seed, `${path}/survey`)),
    upheldComplaints: quality < 70 ? 2 : diceFor(seed, `${path}/complaints`).between(0, 1),
  };
}

/** The first component that its appraiser lowers: what the stories of a unit's year turn on. Throws where the seed lowers none. */
export function firstLowered({ year, unitId, plan }: UnitYear): AdjustedScore {
  const lowered = plan.scores.find((score): score is AdjustedScore => score.adjustment !== undefined);
  if (lowered === undefined) throw new Error(`Nothing is lowered in ${year}/${unitId}: its story cannot be told`);
  return lowered;
}

/** The points that the unit gives itself; null: not applicable. */
export function declaredPoints({ component, declaration }: PlannedScore): ExactText | null {
  const outcome = applyRule(component, declaration);
  return outcome.state === 'scored' ? outcome.points.toString() : null;
}

function qualityOf(seed: number, year: number, unitId: string): number {
  const base = diceFor(seed, unitId).between(78, 96);
  return storyQuality[unitId]?.[year] ?? base + diceFor(seed, `${year}/${unitId}`).between(-5, 4);
}

function plannedScore(component: Component, quality: number, dice: Dice): PlannedScore[] {
  if (component.part === 'survey') return [];
  const declaration = declarationFor(component, quality, dice);
  if (!declaration) return [];
  const adjustment = dice.chance(15) ? adjustmentOf(component, declaration, dice) : undefined;
  return [adjustment ? { component, declaration, adjustment } : { component, declaration }];
}

function adjustmentOf(component: Component, declaration: RuleInput, dice: Dice): PlannedScore['adjustment'] {
  const outcome = applyRule(component, declaration);
  if (outcome.state !== 'scored') return undefined;
  const lowered = Rational.max(pointLimits(component).min, outcome.points.times(Rational.of('0.75')).rounded(2));
  if (lowered.gte(outcome.points)) return undefined;
  const [reasonCode, reason] = REASONS[dice.between(0, REASONS.length - 1)] ?? REASONS[0];
  return { points: lowered.toString(), reasonCode, reason };
}

function surveyOf(components: readonly Component[], quality: number, dice: Dice): PlannedBatch {
  const rules = components.flatMap(({ rule }) => (rule.kind === 'survey' ? [rule] : []));
  const least = rules.reduce((most, rule) => (rule.minimumAnswers > most ? rule.minimumAnswers : most), 30);
  const respondents = least + dice.between(10, 60);
  const answer = (weights: Readonly<Record<string, string>>): string => {
    const options = Object.keys(weights).sort((a, b) =>
      Rational.of(weights[b] ?? '0').compare(Rational.of(weights[a] ?? '0')),
    );
    const roll = dice.between(1, 100);
    const place = roll <= quality - 12 ? 0 : roll <= quality + 6 ? 1 : roll <= 97 ? 2 : 3;
    return options[place < options.length ? place : options.length - 1] ?? '-';
  };
  return {
    batch: 'dot-1',
    questions: rules.map(({ question }) => question),
    responses: Array.from({ length: respondents }, () => rules.map(({ weights }) => answer(weights)).join('')),
  };
}
