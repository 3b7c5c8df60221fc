import type { AssessmentEvent, EvidenceReference } from '@app/assessment';
import type { CaseworkEvent } from '@app/casework';
import type { Recorded } from '@app/event-store';
import type { ExactText } from '@app/kernel';
import type { RuleInput, RulesetRef } from '@app/ruleset';
import type { SurveyEvent } from '@app/survey';

/** Everything that can change one unit's score in one year. */
export type ScoreEvent = AssessmentEvent | SurveyEvent | CaseworkEvent;

/** What happened to one component, with the ids of the events that say so. */
export interface ComponentFacts {
  readonly self?: {
    readonly declaration: RuleInput;
    readonly points: ExactText | null;
    readonly overrideReason: string | null;
    readonly evidence: readonly EvidenceReference[];
    readonly eventId: string;
  };
  /** The appraisal that counts: the last one of the highest round. */
  readonly appraisal?: {
    readonly points: ExactText | null;
    readonly round: number;
    readonly reason: string | null;
    readonly eventId: string;
  };
}

/** A survey batch that counts (not withdrawn): answers per question and option. */
export interface BatchFacts {
  readonly tallies: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly eventId: string;
}

/** A case about the unit in the year; `outcome` null while it is open. */
export interface CaseFacts {
  readonly kind: 'feedback' | 'complaint' | 'denunciation-reference' | 'score-objection';
  readonly component: string | null;
  readonly outcome: 'upheld' | 'rejected' | 'withdrawn' | null;
  readonly eventId: string;
}

/** The folded facts of one unit in one year: plain JSON, the one input of scoring for scorecard, ranking, publication and audit. */
export interface UnitYearFacts {
  readonly unitId: string;
  readonly year: number;
  readonly blockId: string | null;
  readonly ruleset: RulesetRef | null;
  readonly phase: 'none' | 'declaring' | 'submitted' | 'appraised';
  readonly components: Readonly<Record<string, ComponentFacts>>;
  /** By `campaign/batch`. */
  readonly batches: Readonly<Record<string, BatchFacts>>;
  /** By case id. */
  readonly cases: Readonly<Record<string, CaseFacts>>;
}

export type { Recorded };
