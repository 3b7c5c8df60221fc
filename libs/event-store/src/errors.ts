/** The stream is not at the revision that was expected: somebody else appended first. Read again and decide again. */
export class WrongExpectedRevision extends Error {
  constructor(
    readonly stream: string,
    readonly expected: bigint | 'no-stream',
    /** The stream's last revision; `no-stream` when it does not exist. */
    readonly actual: bigint | 'no-stream',
  ) {
    super(`Stream ${stream} is at ${actual}, not at ${expected}`);
  }
}

/** The append could never be stored (name, id, type, size, unencodable data); nothing was sent. */
export class InvalidAppend extends Error {}

/** The store gave no answer in time, or cannot be reached. Whether an append arrived is unknown until it is retried. */
export class StoreUnavailable extends Error {}

/** The log is not the one expected, or something in it was altered behind our back. Never continue. */
export class LogIntegrityError extends Error {}

/** An event whose type no schema knows. */
export class UnknownEventType extends Error {}
