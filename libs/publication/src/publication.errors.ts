import { DomainError, type Instant, type LocalDate, vietnamDay } from '@app/kernel';

/** Official results of the block and year are on record; they are never published twice, only corrected. */
export class ResultsAlreadyRecorded extends DomainError {
  readonly code = 'publication.results-already-recorded';
  readonly kind = 'conflict';

  constructor(year: number, blockId: string, how: 'published' | 'imported') {
    const done = how === 'published' ? 'công bố' : 'nhập từ nguồn khác';
    super(`Kết quả năm ${year} của Khối “${blockId}” đã được ${done}.`, { year, blockId, how });
  }
}

/** The assessment year is not open. */
export class YearIsNotOpen extends DomainError {
  readonly code = 'publication.year-is-not-open';
  readonly kind = 'conflict';

  constructor(year: number) {
    super(`Kỳ đánh giá năm ${year} chưa được mở.`, { year });
  }
}

/** The year binds no ruleset for the block, or the block was skipped: it is not assessed. */
export class BlockIsNotAssessed extends DomainError {
  readonly code = 'publication.block-is-not-assessed';
  readonly kind = 'conflict';

  constructor(year: number, blockId: string, why: string) {
    super(`Khối “${blockId}” không được đánh giá năm ${year}: ${why}.`, { year, blockId });
  }
}

/** The block is unknown, or nobody belongs to it in the year. */
export class BlockHasNoMembers extends DomainError {
  readonly code = 'publication.block-has-no-members';
  readonly kind = 'conflict';

  constructor(year: number, blockId: string) {
    super(`Khối “${blockId}” chưa được lập hoặc không có đơn vị nào trong năm ${year}.`, { year, blockId });
  }
}

/** Every member's file of the year was opened for another block: the block has members, but none of them is assessed in it. */
export class MembersAreAssessedElsewhere extends DomainError {
  readonly code = 'publication.members-are-assessed-elsewhere';
  readonly kind = 'conflict';

  constructor(
    year: number,
    blockId: string,
    members: readonly { readonly unitId: string; readonly blockId: string }[],
  ) {
    super(`Cả ${members.length} đơn vị của Khối “${blockId}” năm ${year} đều được đánh giá ở Khối khác.`, {
      year,
      blockId,
      units: members.map((member) => ({ unitId: member.unitId, blockId: member.blockId })),
    });
  }
}

/** Nobody opened a file of the block's year: there is nothing that could be announced, let alone counted as n = 0. */
export class NoFileIsOpen extends DomainError {
  readonly code = 'publication.no-file-is-open';
  readonly kind = 'conflict';

  constructor(year: number, blockId: string, members: number) {
    super(`Chưa mở hồ sơ nào trong ${members} đơn vị của Khối “${blockId}” năm ${year}.`, { year, blockId, members });
  }
}

/** One reason why a block cannot be published yet. */
export interface Obstacle {
  readonly unitId: string;
  /** As the unit is called now; its id where no name can be read. */
  readonly name: string;
  /** Stable word for programs. */
  readonly kind:
    | 'not-opened'
    | 'still-declaring'
    | 'not-appraised'
    | 'components-missing'
    | 'other-ruleset'
    | 'no-index'
    | 'unreadable';
  /** Vietnamese. */
  readonly reason: string;
  /** When it ends by itself, as the unit is out of time then; null: only when somebody has acted. */
  readonly until: Instant | null;
}

/** Some units are not finished; `obstacles` names every one of them with the reason. */
export class ResultsAreNotReady extends DomainError {
  readonly code = 'publication.results-are-not-ready';
  readonly kind = 'conflict';

  constructor(readonly obstacles: readonly Obstacle[]) {
    super(`Còn ${obstacles.length} đơn vị của Khối chưa xong.`, {
      units: obstacles.map(({ unitId, name, kind, reason, until }) => ({ unitId, name, kind, reason, until })),
    });
  }
}

/** Nobody both appraises, or rules on points, and publishes. */
export class PublisherAppraised extends DomainError {
  readonly code = 'publication.publisher-appraised';
  readonly kind = 'forbidden';

  constructor(account: string, unitId: string) {
    super(`“${account}” đã thẩm định hoặc ghi quyết định về điểm của “${unitId}” nên không công bố được.`, {
      account,
      unitId,
    });
  }
}

/** The decision would be signed only in the future. */
export class DecisionIsNotSigned extends DomainError {
  readonly code = 'publication.decision-is-not-signed';
  readonly kind = 'invalid';

  constructor(signedOn: LocalDate, today: LocalDate) {
    super(`Quyết định ghi ngày ký ${vietnamDay(signedOn)}, sau ngày hôm nay ${vietnamDay(today)}.`, {
      signedOn,
      today,
    });
  }
}

/** The decision would be signed before something that it rests on. `what` is Vietnamese. */
export class DecisionIsTooEarly extends DomainError {
  readonly code = 'publication.decision-is-too-early';
  readonly kind = 'invalid';

  constructor(signedOn: LocalDate, what: string, on: LocalDate) {
    super(`Quyết định ghi ngày ký ${vietnamDay(signedOn)}, trước ${what} ngày ${vietnamDay(on)}.`, { signedOn, on });
  }
}

/** The results do not fit into one event of the log. */
export class ResultsAreTooLarge extends DomainError {
  readonly code = 'publication.results-are-too-large';
  readonly kind = 'invalid';

  constructor(bytes: number, max: number) {
    super(`Kết quả của Khối dài ${bytes} byte, vượt quá ${max} byte cho một sự kiện.`, { bytes, max });
  }
}

/** An event of a stream that decides about members or rules cannot be read: nothing can be said until that is mended. */
export class StreamIsUnreadable extends DomainError {
  readonly code = 'publication.stream-is-unreadable';
  readonly kind = 'conflict';

  constructor(stream: string, why: string) {
    super(`Không đọc được dòng sự kiện ${stream}: ${why}.`, { stream });
  }
}

/** An imported row that contradicts itself or the others. */
export class ImportedRowIsInvalid extends DomainError {
  readonly code = 'publication.imported-row-is-invalid';
  readonly kind = 'invalid';

  constructor(unitId: string | null, why: string) {
    super(`Dữ liệu nhập không hợp lệ${unitId === null ? '' : ` ở đơn vị “${unitId}”`}: ${why}.`, { unitId });
  }
}

/** The year is assessed here: its results come out of the files, not from elsewhere. */
export class ImportedYearIsOpen extends DomainError {
  readonly code = 'publication.imported-year-is-open';
  readonly kind = 'conflict';

  constructor(year: number, blockId: string) {
    super(`Kỳ đánh giá năm ${year} đã được mở cho Khối “${blockId}”.`, { year, blockId });
  }
}

/** Nobody can have published the results of a year that still runs. */
export class ImportedYearIsNotOver extends DomainError {
  readonly code = 'publication.imported-year-is-not-over';
  readonly kind = 'invalid';

  constructor(year: number) {
    super(`Năm ${year} chưa kết thúc.`, { year });
  }
}

/** Imported figures must say where they come from, by an address that can be opened. */
export class SourceAddressIsInvalid extends DomainError {
  readonly code = 'publication.source-address-is-invalid';
  readonly kind = 'invalid';

  constructor(url: string) {
    super(`Địa chỉ nguồn “${url}” không hợp lệ.`, { url });
  }
}
