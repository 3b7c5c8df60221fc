import type { QuarantinedPartition } from './quarantine-desk';

/** How one projection fares. Positions are text; null where not known. */
export interface ProjectionStatus {
  readonly projection: string;
  readonly version: number;
  readonly generation: number;
  readonly state: 'building' | 'live';
  readonly position: string | null;
  readonly head: string | null;
  /** Events behind the log's head; null where positions cannot be counted, unless it is 0. */
  readonly lagEvents: number | null;
  /** Age of the oldest event not yet applied, in seconds; 0 when there is none. */
  readonly oldestUnprocessedSeconds: number;
  readonly secondsSinceBeat: number | null;
  readonly runner: string | null;
  readonly lastError: string | null;
  readonly quarantined: number;
  /** Each part of a divided one, the stage last; empty where it is undivided. */
  readonly parts: readonly PartStatus[];
  /** Vietnamese; empty when all is well. */
  readonly problems: readonly string[];
}

/** How one part of a divided projection fares. */
export interface PartStatus extends Pick<
  ProjectionStatus,
  'position' | 'lagEvents' | 'oldestUnprocessedSeconds' | 'secondsSinceBeat' | 'runner' | 'lastError'
> {
  /** From 0; `stage`: what is computed behind all parts (ranks). */
  readonly part: number | 'stage';
}

/** What is true of the projection as a whole: what is true of its part that fares worst. */
export function worstOf(parts: readonly PartStatus[]): Omit<PartStatus, 'part'> {
  const behind = [...parts].sort((a, b) => compared(a.position, b.position))[0];
  const silent = [...parts].sort((a, b) => (b.secondsSinceBeat ?? Infinity) - (a.secondsSinceBeat ?? Infinity))[0];
  return {
    position: behind?.position ?? null,
    lagEvents: behind?.lagEvents ?? null,
    oldestUnprocessedSeconds: Math.max(...parts.map(({ oldestUnprocessedSeconds }) => oldestUnprocessedSeconds)),
    secondsSinceBeat: silent?.secondsSinceBeat ?? null,
    runner: silent?.runner ?? null,
    lastError: parts.find(({ lastError }) => lastError !== null)?.lastError ?? null,
  };
}

function compared(a: string | null, b: string | null): number {
  if (a === b) return 0;
  return a === null || (b !== null && BigInt(a) < BigInt(b)) ? -1 : 1;
}

/** In Vietnamese, what keeps the projection from being ready. */
export function problemsOf(
  { projection, state }: Pick<ProjectionStatus, 'projection' | 'state'>,
  parts: readonly PartStatus[],
  quarantine: readonly QuarantinedPartition[],
  limits: { readonly deadAfterSeconds: number; readonly maxLagSeconds: number },
): string[] {
  const whole = `Bộ chiếu “${projection}”`;
  const problems = parts.flatMap((part) => problemsOfPart(`${whole}${nameOf(part, parts)}`, part, limits));
  if (state === 'building') problems.push(`${whole} đang dựng lại dữ liệu, chưa thay thế bản cũ.`);
  for (const { partition, stage, eventType, error } of quarantine) {
    problems.push(
      stage === 'across'
        ? `${whole} chưa tính được nhóm “${partition}”: ${error}`
        : `${whole} tạm dừng phần “${partition}” vì sự kiện ${eventType}: ${error}`,
    );
  }
  return problems;
}

function problemsOfPart(
  name: string,
  { secondsSinceBeat, lastError, oldestUnprocessedSeconds }: PartStatus,
  { deadAfterSeconds, maxLagSeconds }: { readonly deadAfterSeconds: number; readonly maxLagSeconds: number },
): string[] {
  const problems: string[] = [];
  if (secondsSinceBeat === null) problems.push(`${name} chưa chạy lần nào.`);
  else if (secondsSinceBeat > deadAfterSeconds) {
    problems.push(`${name} không còn hoạt động (tín hiệu cuối cách đây ${Math.round(secondsSinceBeat)} giây).`);
  }
  if (lastError !== null) problems.push(`${name} gặp lỗi: ${lastError}`);
  if (oldestUnprocessedSeconds > maxLagSeconds) {
    problems.push(`${name} chậm ${Math.round(oldestUnprocessedSeconds)} giây so với nhật ký.`);
  }
  return problems;
}

/** Nothing where there is only one. */
function nameOf({ part }: PartStatus, parts: readonly PartStatus[]): string {
  if (parts.length === 1) return '';
  if (part === 'stage') return ' (bước tính chung)';
  return ` (nhánh ${part + 1}/${parts.filter((one) => one.part !== 'stage').length})`;
}

/** A projection whose tables nobody has created. */
export function notPrepared(projection: string): ProjectionStatus {
  return {
    projection,
    version: 0,
    generation: 0,
    state: 'building',
    position: null,
    head: null,
    lagEvents: null,
    oldestUnprocessedSeconds: 0,
    secondsSinceBeat: null,
    runner: null,
    lastError: null,
    quarantined: 0,
    parts: [],
    problems: [`Bộ chiếu “${projection}” chưa được khởi tạo.`],
  };
}
