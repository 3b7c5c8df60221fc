import { DomainError } from '@app/kernel';

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

/** The stream is not, or no longer, as the person who acts has seen it. Nothing was written. */
export class StaleRevision extends Error {
  constructor(
    readonly stream: string,
    readonly expected: bigint | 'no-stream',
    /** The stream's last revision; `no-stream` when it does not exist. */
    readonly actual: bigint | 'no-stream',
  ) {
    super(`Stream ${stream} was seen at ${expected}, but is at ${actual}`);
  }
}

/** The append could never be stored (name, id, type, size, unencodable data); nothing was sent. */
export class InvalidAppend extends Error {}

/** The store gave no answer in time, or cannot be reached. Whether an append arrived is unknown until it is retried. */
export class StoreUnavailable extends Error {}

/** Too many appends wait for the log already. Nothing was sent; try again later, not at once. */
export class StoreBusy extends Error {}

/** The log is not the one expected, or something in it was altered behind our back. Never continue. */
export class LogIntegrityError extends Error {}

/** The log at hand is not the log that a checkpoint was taken from. */
export class LogIdentityError extends LogIntegrityError {}

/** An event whose type no schema knows. */
export class UnknownEventType extends Error {}

/** The command id was used before for something else. Nothing was written. */
export class CommandIdReused extends DomainError {
  readonly code = 'event-store.command-id-reused';
  readonly kind = 'invalid';

  constructor(commandId: string) {
    super('Khóa này đã dùng cho một thao tác khác; hãy dùng khóa mới.', { commandId });
  }
}

/** Others kept changing the stream while the command was being decided. Nothing was written by it; the caller may try again. */
export class ConcurrentChange extends DomainError {
  readonly code = 'event-store.concurrent-change';
  readonly kind = 'conflict';

  constructor(stream: string) {
    super('Dữ liệu này vừa được người khác thay đổi.', { stream });
  }
}
