import { DomainError } from '@app/kernel';

/** The block has nothing in the year: neither rules nor results. */
export class RankingNotFound extends DomainError {
  readonly code = 'ranking.not-found';
  readonly kind = 'not-found';

  constructor(year: number, blockId: string) {
    super(`Khối “${blockId}” không có kết quả hoặc kế hoạch đánh giá năm ${year}.`, { year, blockId });
  }
}

/** At the moment asked about no results of the block's year counted for whoever asks. */
export class NoResultsThen extends DomainError {
  readonly code = 'ranking.no-results-then';
  readonly kind = 'not-found';

  constructor(year: number, blockId: string, asOf: string) {
    super(`Tại thời điểm ${asOf} chưa có kết quả năm ${year} của Khối “${blockId}”.`, { year, blockId, asOf });
  }
}

/** No unit of this id was ever registered, nor named in any results. */
export class UnitNotRanked extends DomainError {
  readonly code = 'ranking.unit-not-found';
  readonly kind = 'not-found';

  constructor(unitId: string) {
    super(`Không có đơn vị “${unitId}”.`, { unitId });
  }
}
