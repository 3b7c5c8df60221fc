import { DomainError } from '@app/kernel';

/** Nothing was published here: there is nothing to correct. Imported figures are another system's, and are not computed anew. */
export class NothingIsOfficial extends DomainError {
  readonly code = 'publication.nothing-is-official';
  readonly kind = 'conflict';

  constructor(year: number, blockId: string, imported: boolean) {
    const why = imported ? 'được nhập từ nguồn khác nên không tính lại được' : 'chưa được công bố';
    super(`Kết quả năm ${year} của Khối “${blockId}” ${why}.`, { year, blockId, imported });
  }
}

/** Computed anew, everything is as it was published: a correction would correct nothing. */
export class NothingDiffers extends DomainError {
  readonly code = 'publication.nothing-differs';
  readonly kind = 'conflict';

  constructor(year: number, blockId: string) {
    super(`Tính lại năm ${year} của Khối “${blockId}” không có gì khác kết quả đã công bố.`, { year, blockId });
  }
}
