import type { Scale } from './options';
import type { Series } from './series';
import { ratios, type Spread, spreadOf } from './statistics';

/** One comparison that a goal demands: a subject's figure, alone or as a multiple of another subject's in the same contest. */
export interface Claim {
  readonly contest: string;
  readonly figure: string;
  readonly subject: string;
  /** The subject that the figure is divided by; without it the figure itself counts. */
  readonly against?: string;
  readonly atLeast?: number;
  readonly atMost?: number;
}

export interface Goal {
  /** As in docs/bench.md. */
  readonly id: string;
  readonly what: string;
  readonly claims: readonly Claim[];
  /** Where it is proved, when not here. */
  readonly elsewhere?: string;
  /** Whether this scale measures at the size that the goal names; absent where it names none. */
  readonly atItsSize?: (scale: Scale) => boolean;
}

export type Verdict = 'met' | 'missed' | 'not measured' | 'met in part' | 'not at its size';

export interface Judged {
  readonly claim: Claim;
  /** Undefined: not measured. */
  readonly measured: Spread | undefined;
  readonly met: boolean | undefined;
  /** Whether single rounds say otherwise than the median. */
  readonly crosses: boolean;
}

/** What the medians say of a claim. */
export function judge(claim: Claim, all: readonly Series[]): Judged {
  const values = valuesOf(claim, all);
  const measured = spreadOf(values);
  if (!measured) return { claim, measured, met: undefined, crosses: false };
  const { atLeast = -Infinity, atMost = Infinity } = claim;
  const holds = (value: number) => value >= atLeast && value <= atMost;
  const met = holds(measured.median);
  return { claim, measured, met, crosses: values.some((value) => holds(value) !== met) };
}

/** In words; at another size than the goal names nothing is met or missed. */
export function markOf({ met, crosses }: Judged, atItsSize: boolean): string {
  if (met === undefined) return 'not measured';
  const mark = `${met ? 'met' : 'missed'}${crosses ? ', range crosses' : ''}`;
  return atItsSize ? mark : `not at its size (there ${mark})`;
}

/** One missed claim misses the goal; claims nobody could measure are never counted as met. */
export function verdictOf(judged: readonly Judged[], atItsSize: boolean): Verdict {
  const known = judged.filter(({ met }) => met !== undefined);
  if (known.length === 0) return 'not measured';
  if (!atItsSize) return 'not at its size';
  if (known.some(({ met }) => met === false)) return 'missed';
  return known.length === judged.length ? 'met' : 'met in part';
}

function valuesOf({ contest, figure, subject, against }: Claim, all: readonly Series[]): readonly number[] {
  const of = (name: string) =>
    all.find((series) => series.contest === contest && series.figure === figure && series.subject === name)?.values ??
    [];
  return against === undefined ? of(subject) : ratios(of(subject), of(against));
}
