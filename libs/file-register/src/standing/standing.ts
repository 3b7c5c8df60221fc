import type { Instant } from '@app/kernel';
import { componentsIn, type Ruleset } from '@app/ruleset';
import type { Progress, Until } from './progress';
import { isClosed, roundOf, sharesOf } from './shares';

/** How far a file has come by itself. `returned`: it is declared again after it was sent back. */
export type OwnState = 'declaring' | 'returned' | 'awaiting-approval' | 'submitted' | 'appraised';

/** The same, or that its unit ended within the year: nobody works on it any more. */
export type FileState = OwnState | 'ended';

/** Whose turn it is. */
export type Waited = 'unit-officer' | 'unit-head' | 'appraiser' | 'administrator-of-units' | 'case-handler';

/** One thing that a file waits for; several may be waited for at once. */
export interface Wait {
  readonly by: Waited;
  /** `extension`: the time of somebody else is over, who can go on only if longer time is granted. */
  readonly what: 'declaration' | 'approval' | 'appraisal' | 'closure' | 'explanation' | 'extension' | 'objection';
  /** The field (lĩnh vực) that it is about; null: the whole file. */
  readonly field: string | null;
  /** Who appraises, as the ruleset prints the name; null: it is no matter of one. */
  readonly leadAgency: string | null;
  readonly component: string | null;
  /** Of the question or the case; null: it is neither. */
  readonly id: string | null;
  /** Before which instant. An objection that is still waited for after it is late; of all else nobody can do it any more. Null: none is set. */
  readonly until: Instant | null;
}

/** The same, as it follows from what happened, whatever the time is. */
export interface Turn extends Wait {
  /** From this instant on; null: at once. */
  readonly from: Instant | null;
}

/** How a file stands from one event on until the next that changes it. */
export interface Standing {
  readonly state: OwnState;
  /** Until when anything of it is declared and submitted, extensions included. */
  readonly submitBy: Instant;
  /** Until when anything of it is appraised. */
  readonly appraiseBy: Instant;
  /** What its own stream knows of, one thing after another: some are not begun yet, or over. */
  readonly turns: readonly Turn[];
}

/** What a file's progress comes to under its ruleset. */
export function standingOf(progress: Progress, ruleset: Ruleset): Standing {
  const { phase, returned, submission, appraisal } = progress;
  const ends = { submitBy: endOf(submission), appraiseBy: endOf(appraisal) };
  const state = phase === 'declaring' && returned ? 'returned' : phase;
  return { state, ...ends, turns: [...turnsIn(progress, ruleset), ...questionsIn(progress, ruleset)] };
}

/** What is waited for at an instant: what has begun, and is not over. The list of files asks the same in SQL. */
export function waitsAt({ turns }: Standing, now: Instant): Wait[] {
  const present = turns.filter(({ from, until }) => (from ?? '') <= now && (until === null || now < until));
  return present.map(({ from: _, ...wait }) => wait);
}

/** Until when anything is written: as long as one component has time. */
export function endOf({ whole, extended }: Until): Instant {
  return latest([whole, ...Object.values(extended)]);
}

const NOTHING_NAMED = { field: null, leadAgency: null, component: null, id: null, from: null } as const;

function turnsIn(progress: Progress, ruleset: Ruleset): Turn[] {
  const until = endOf(progress.submission);
  switch (progress.phase) {
    case 'declaring':
      return [{ by: 'unit-officer', what: 'declaration', ...NOTHING_NAMED, until }, longerSubmission(progress)];
    case 'awaiting-approval':
      return [{ by: 'unit-head', what: 'approval', ...NOTHING_NAMED, until }, longerSubmission(progress)];
    case 'submitted':
      return appraisersIn(progress, ruleset);
    case 'appraised':
      return [];
  }
}

/** Once the unit can write nothing more, Sở Nội vụ can give it longer, as long as that ends before the appraisal of the whole file does. */
function longerSubmission({ submission, appraisal }: Progress): Turn {
  return {
    by: 'administrator-of-units',
    what: 'extension',
    ...NOTHING_NAMED,
    from: endOf(submission),
    until: appraisal.whole,
  };
}

/**
 * Whoever has not closed the own share in the round that its field reached; when all have, whoever closes the file. Once the time of one of
 * them is over, Sở Nội vụ can give it longer, whenever that is.
 */
function appraisersIn(progress: Progress, ruleset: Ruleset): Turn[] {
  const shares = openShares(progress, ruleset);
  const closure: Appraising = { what: 'closure', field: null, leadAgency: null, until: endOf(progress.appraisal) };
  const open = shares.length > 0 ? shares : [closure];
  return open.flatMap((one): Turn[] => [
    { by: 'appraiser', ...NOTHING_NAMED, ...one },
    { by: 'administrator-of-units', ...NOTHING_NAMED, ...one, what: 'extension', from: one.until, until: null },
  ]);
}

interface Appraising extends Pick<Turn, 'what' | 'field' | 'leadAgency'> {
  readonly until: Instant;
}

function openShares(progress: Progress, { fields }: Ruleset): Appraising[] {
  return fields.flatMap((field) => {
    const round = roundOf(progress, field);
    const open = sharesOf(field).filter((share) => !isClosed(progress, round, share));
    return open.map(({ leadAgency, components }): Appraising => {
      const until = endForAny(progress.appraisal, components);
      return { what: 'appraisal', field: field.code, leadAgency, until };
    });
  });
}

/** Answers are possible as long as the appraisal is not closed, also while the file is back with the unit. */
function questionsIn({ phase, questions }: Progress, ruleset: Ruleset): Turn[] {
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
