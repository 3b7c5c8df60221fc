/** Another process works on this rebuild. */
export class RebuildBusy extends Error {
  constructor(projection: string, runner: string | null) {
    super(`Bộ chiếu “${projection}” đang được tiến trình ${runner ?? 'khác'} dựng lại.`);
  }
}

/** The rebuild was cancelled while it was under way. */
export class RebuildCancelled extends Error {
  constructor(projection: string) {
    super(`Việc dựng lại bộ chiếu “${projection}” đã bị hủy.`);
  }
}

/** What is asked for does not fit what there is: nothing was changed. The message is Vietnamese. */
export class RebuildRefused extends Error {}

/** Some of several rebuilds failed, for these reasons (`errors`); those of `done` hold what the log holds. */
export class RebuildsFailed extends AggregateError {
  declare errors: unknown[];

  constructor(
    errors: readonly unknown[],
    readonly done: readonly string[],
  ) {
    super(errors, errors.map((error) => (error instanceof Error ? error.message : String(error))).join('\n'));
  }
}
