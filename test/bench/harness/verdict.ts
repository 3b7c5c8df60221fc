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
}

export type Verdict = 'met' | 'missed' | 'not measured' | 'met in part';

export interface Judged {
  readonly claim: Claim;
  /** Undefined: not measured. */
  readonly measured: Spread | undefined;
  readonly met: boolean | undefined;
}

/** What the medians say of a claim. */
export function judge(claim: Claim, all: readonly Series[]): Judged {
  const values = valuesOf(claim, all);
  const measured = spreadOf(values);
  if (!measured) return { claim, measured, met: undefined };
  const { atLeast = -Infinity, atMost = Infinity } = claim;
  return { claim, measured, met: measured.median >= atLeast && measured.median <= atMost };
}

/** One missed claim misses the goal; claims nobody could measure are never counted as met. */
export function verdictOf(judged: readonly Judged[]): Verdict {
  if (judged.some(({ met }) => met === false)) return 'missed';
  const known = judged.filter(({ met }) => met !== undefined);
  if (known.length === 0) return 'not measured';
  return known.length === judged.length ? 'met' : 'met in part';
}

function valuesOf({ contest, figure, subject, against }: Claim, all: readonly Series[]): readonly number[] {
  const of = (name: string) =>
    all.find((series) => series.contest === contest && series.figure === figure && series.subject === name)?.values ??
    [];
  return against === undefined ? of(subject) : ratios(of(subject), of(against));
}
