import type { Instant } from '@app/kernel';
import type { Progress, Until } from '../standing/progress';
import type { FileState } from '../standing/standing';
import type { FileCourse, OpenDeadline } from './file-course';

/** The deadlines that lie ahead of a file, the next one first. */
export function deadlinesIn(
  progress: Progress,
  state: FileState,
  { objectUntil }: FileCourse['results'],
  now: Instant,
): OpenDeadline[] {
  if (state === 'ended') return [];
  const all = [
    ...(WRITING.has(state) ? termOf('submission', progress.submission) : []),
    ...(state === 'appraised' ? [] : termOf('appraisal', progress.appraisal)),
    ...(state === 'appraised' ? [] : questionsIn(progress)),
    ...(objectUntil === null ? [] : [deadline('objection', objectUntil)]),
  ];
  return all.filter(({ until }) => until > now).sort((one, other) => (one.until < other.until ? -1 : 1));
}

/** The unit writes, or its head has still to submit. */
const WRITING: ReadonlySet<FileState> = new Set(['declaring', 'returned', 'awaiting-approval']);

/** That of the whole file, and longer ones of components, those with one instant together. */
function termOf(what: 'submission' | 'appraisal', { whole, extended }: Until): OpenDeadline[] {
  const longer = Object.entries(extended).filter(([, until]) => until > whole);
  const instants = [...new Set(longer.map(([, until]) => until))];
  const ofComponents = instants.map((until) =>
    deadline(
      what,
      until,
      longer
        .filter(([, one]) => one === until)
        .map(([code]) => code)
        .sort(),
    ),
  );
  return [deadline(what, whole), ...ofComponents];
}

function questionsIn({ questions }: Progress): OpenDeadline[] {
  return Object.entries(questions).map(([id, { component, answerBy }]) =>
    deadline('explanation', answerBy, [component], id),
  );
}

function deadline(
  what: OpenDeadline['what'],
  until: Instant,
  components: readonly string[] | null = null,
  explanationId: string | null = null,
): OpenDeadline {
  return { what, components, explanationId, until };
}
