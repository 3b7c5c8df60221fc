import type { Instant } from '@app/kernel';
import { componentsIn, type Ruleset } from '@app/ruleset';
import type { Progress, Until } from './progress';
import { isClosed, roundOf, sharesOf } from './shares';

/** How far a file has come by itself. `returned`: it is declared again after it was sent back. */
export type OwnState = 'declaring' | 'returned' | 'awaiting-approval' | 'submitted' | 'appraised';

/** The same, or that its unit ended within the year: nobody works on it any more. */
export type FileState = OwnState | 'ended';

/** Whose turn it is. */
export type Waited = 'unit-officer' | 'unit-head' | 'appraiser' | 'case-handler';

/** One thing that a file waits for; several may be waited for at once. */
export interface Wait {
  readonly by: Waited;
  readonly what: 'declaration' | 'approval' | 'appraisal' | 'closure' | 'explanation' | 'objection';
  /** The field (lĩnh vực) that it is about; null: the whole file. */
  readonly field: string | null;
  /** Who appraises, as the ruleset prints the name; null: it is no matter of one. */
  readonly leadAgency: string | null;
  readonly component: string | null;
  /** Of the question or the case; null: it is neither. */
  readonly id: string | null;
  /** Before which instant; what is still waited for after it is late. Null: no instant is set, or, of a case, a day. */
  readonly until: Instant | null;
}

/** How a file stands from one event on until the next that changes it. */
export interface Standing {
  readonly state: OwnState;
  /** Until when anything of it is declared and submitted, extensions included. */
  readonly submitBy: Instant;
  /** Until when anything of it is appraised. */
  readonly appraiseBy: Instant;
  /** What its own stream knows of. Questions are here until they are answered, also when they have lapsed. */
  readonly waits: readonly Wait[];
}

/** What a file's progress comes to under its ruleset. */
export function standingOf(progress: Progress, ruleset: Ruleset): Standing {
  const { phase, returned, submission, appraisal } = progress;
  const ends = { submitBy: endOf(submission), appraiseBy: endOf(appraisal) };
  const state = phase === 'declaring' && returned ? 'returned' : phase;
  return { state, ...ends, waits: [...turnsIn(progress, ruleset), ...questionsIn(progress, ruleset)] };
}

/** Until when anything is written: as long as one component has time. */
export function endOf({ whole, extended }: Until): Instant {
  return latest([whole, ...Object.values(extended)]);
}

const NOTHING_NAMED = { field: null, leadAgency: null, component: null, id: null } as const;

function turnsIn(progress: Progress, ruleset: Ruleset): Wait[] {
  switch (progress.phase) {
    case 'declaring':
      return [{ by: 'unit-officer', what: 'declaration', ...NOTHING_NAMED, until: endOf(progress.submission) }];
    case 'awaiting-approval':
      return [{ by: 'unit-head', what: 'approval', ...NOTHING_NAMED, until: endOf(progress.submission) }];
    case 'submitted':
      return appraisersIn(progress, ruleset);
    case 'appraised':
      return [];
  }
}

/** Whoever has not closed the own share in the round that its field reached; when all have, whoever closes the file. */
function appraisersIn(progress: Progress, ruleset: Ruleset): Wait[] {
  const open = ruleset.fields.flatMap((field) => {
    const round = roundOf(progress, field);
    return sharesOf(field)
      .filter((share) => !isClosed(progress, round, share))
      .map(({ leadAgency, components }): Wait => {
        const until = endForAny(progress.appraisal, components);
        return { by: 'appraiser', what: 'appraisal', ...NOTHING_NAMED, field: field.code, leadAgency, until };
      });
  });
  if (open.length > 0) return open;
  return [{ by: 'appraiser', what: 'closure', ...NOTHING_NAMED, until: endOf(progress.appraisal) }];
}

/** Answers are possible as long as the appraisal is not closed, also while the file is back with the unit. */
function questionsIn({ phase, questions }: Progress, ruleset: Ruleset): Wait[] {
  if (phase === 'appraised') return [];
  return Object.entries(questions)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, { component, answerBy: until }]) => {
      const field = fieldOf(ruleset, component);
      return { by: 'unit-officer', what: 'explanation', ...NOTHING_NAMED, field, component, id, until };
    });
}

function fieldOf(ruleset: Ruleset, code: string): string | null {
  return ruleset.fields.find((field) => componentsIn(field).some((component) => component.code === code))?.code ?? null;
}

function endForAny({ whole, extended }: Until, components: readonly string[]): Instant {
  return latest([whole, ...components.map((code) => extended[code] ?? whole)]);
}

function latest(instants: readonly Instant[]): Instant {
  return instants.reduce((last, one) => (one > last ? one : last));
}
