import { DomainError } from '@app/kernel';

/** The read model has not yet applied the event that the reader asked for; ask again in a moment. */
export class ReadModelBehind extends DomainError {
  readonly code = 'read-store.behind';
  readonly kind = 'unavailable';
  /** Seconds for `Retry-After`. */
  readonly retryAfterSeconds = 1;

  constructor(projection: string, asked: bigint, applied: bigint | undefined) {
    super(`Dữ liệu đọc “${projection}” chưa cập nhật đến vị trí ${asked}. Xin thử lại sau giây lát.`, {
      projection,
      asked: asked.toString(),
      applied: applied === undefined ? null : applied.toString(),
    });
  }
}

/** The event that the reader asked for waits behind a faulty one: only mending and `retry` bring it into the read model. */
export class ReadModelQuarantined extends DomainError {
  readonly code = 'read-store.quarantined';
  readonly kind = 'unavailable';
  readonly retryAfterSeconds = 60;

  constructor(projection: string, partition: string, asked: bigint) {
    super(
      `Dữ liệu đọc “${projection}” đang tạm dừng phần “${partition}” vì một sự kiện lỗi; cần quản trị viên xử lý.`,
      {
        projection,
        partition,
        asked: asked.toString(),
      },
    );
  }
}

/** What readers see was made by a program of another version, and does not hold what is asked; this program's own is being built. */
export class ReadModelOfAnotherVersion extends DomainError {
  readonly code = 'read-store.another-version';
  readonly kind = 'unavailable';
  readonly retryAfterSeconds = 10;

  constructor(projection: string) {
    super(`Dữ liệu đọc “${projection}” đang được dựng cho phiên bản mới của chương trình. Xin thử lại sau giây lát.`, {
      projection,
    });
  }
}

/** The checkpoint is not where this runner left it: somebody moved it, or another runner works. Start again from what is stored. */
export class CheckpointMoved extends Error {
  constructor(projection: string, expected: bigint | undefined, found: bigint | undefined) {
    super(`Checkpoint of ${projection} is at ${found}, not at ${expected}`);
  }
}

/** No such projection in this program, or it has not been prepared in this database. */
export class UnknownProjection extends Error {
  constructor(name: string) {
    super(`Không có bộ chiếu “${name}”.`);
  }
}

/** The tables of a projection were changed in the program without raising its version. */
export class TablesChanged extends Error {
  constructor(name: string, version: number) {
    super(`Bảng của bộ chiếu “${name}” đã đổi trong mã nguồn nhưng phiên bản vẫn là ${version}; hãy tăng phiên bản.`);
  }
}

/** What went wrong with an event, and at which stage; `groups` are those that were being settled. */
export class EventFailed extends Error {
  constructor(
    readonly stage: 'decode' | 'handle' | 'write' | 'settle',
    readonly groups: readonly string[],
    override readonly cause: unknown,
  ) {
    super(cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause));
  }
}
