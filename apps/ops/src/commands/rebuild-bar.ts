import type { RebuildProgress } from '@app/read-store';
import { type Progress, startProgress } from '@app/terminal';

const LABELS: Readonly<Record<RebuildProgress['phase'], { label: string; unit: string }>> = {
  loading: { label: 'đọc nhật ký', unit: 'sự việc' },
  settling: { label: 'tính tổng hợp', unit: 'nhóm' },
  following: { label: 'bắt kịp nhật ký', unit: 'sự việc' },
};

/** Off a terminal a line says so often how far it is. */
const TELL_MS = 5_000;

/** One bar at a time on stderr, with what is done, the rate and the time that is left: all read the log together, the rest each by itself. */
export async function withBar<Result>(
  names: readonly string[],
  work: (tell: (progress: RebuildProgress) => void) => Promise<Result>,
): Promise<Result> {
  let bar: { of: string; phase: string; progress: Progress } | undefined;
  const shown = new Set<string>();
  const end = (): void => {
    bar?.progress.end();
    bar = undefined;
  };
  try {
    return await work(({ projection, phase, done, total }) => {
      if (bar?.of === projection && bar.phase !== phase) end();
      const { label, unit } = LABELS[phase];
      const title = `${phase === 'loading' ? names.join(', ') : projection}: ${label}`;
      // Once each, also what is over at its first figure; nothing when there is nothing to catch up with.
      if (bar === undefined && !shown.has(title) && (phase !== 'following' || (total !== null && done < total))) {
        shown.add(title);
        bar = { of: projection, phase, progress: startProgress(title, total, unit, process.stderr, TELL_MS) };
      }
      if (bar?.of !== projection) return;
      bar.progress.to(done);
      if (total !== null && done >= total) end();
    });
  } finally {
    end();
  }
}
