import { FINAL_AFTER_MS } from '@app/event-store';
import { DomainError, type Instant, vietnamTime } from '@app/kernel';

/** Provisional results were never announced: nobody could object yet. */
export class ResultsAreNotAnnounced extends DomainError {
  readonly code = 'publication.not-announced';
  readonly kind = 'conflict';

  constructor(year: number, blockId: string) {
    super(`Kết quả tạm thời năm ${year} của Khối “${blockId}” chưa được thông báo cho các đơn vị.`, { year, blockId });
  }
}

/** Units may still object, or what they said at the last moment may still be on its way into the log. */
export class ObjectionWindowIsOpen extends DomainError {
  readonly code = 'publication.objection-window-is-open';
  readonly kind = 'conflict';

  constructor(objectUntil: Instant, now: Instant) {
    const seconds = FINAL_AFTER_MS / 1000;
    super(
      `Các đơn vị được kiến nghị về điểm đến ${vietnamTime(objectUntil)}; công bố được sau đó ít nhất ${seconds} giây.`,
      { objectUntil, now },
    );
  }
}

/** Objections wait for an answer; `objections` names every one of them. */
export class ObjectionsAreOpen extends DomainError {
  readonly code = 'publication.objections-are-open';
  readonly kind = 'conflict';

  constructor(readonly objections: readonly { readonly unitId: string; readonly caseId: string }[]) {
    super(`Còn ${objections.length} kiến nghị về điểm chưa giải quyết.`, { objections: named(objections) });
  }
}

/** Objections were upheld, but no decision on them gave other points; `objections` names every one of them. */
export class ObjectionsAreNotRuled extends DomainError {
  readonly code = 'publication.objections-are-not-ruled';
  readonly kind = 'conflict';

  constructor(readonly objections: readonly { readonly unitId: string; readonly caseId: string }[]) {
    super(`Còn ${objections.length} kiến nghị được chấp nhận nhưng chưa có quyết định về điểm.`, {
      objections: named(objections),
    });
  }
}

function named(objections: readonly { readonly unitId: string; readonly caseId: string }[]) {
  return objections.map(({ unitId, caseId }) => ({ unitId, caseId }));
}

/** Figures of `units` are not those that were announced, and no ruling changed them: nobody could object to them yet. */
export class FiguresHaveChanged extends DomainError {
  readonly code = 'publication.figures-have-changed';
  readonly kind = 'conflict';

  constructor(readonly units: readonly string[]) {
    super(`Kết quả của ${units.length} đơn vị đã khác kết quả tạm thời được thông báo.`, {
      units: units.map((unitId) => ({ unitId })),
    });
  }
}

/** Objections would have to be raised before anybody can know of the results. */
export class ObjectionWindowIsPast extends DomainError {
  readonly code = 'publication.objection-window-is-past';
  readonly kind = 'invalid';

  constructor(objectUntil: Instant, now: Instant) {
    super(`Hạn kiến nghị ${vietnamTime(objectUntil)} phải sau thời điểm thông báo.`, { objectUntil, now });
  }
}

/** Units would have less time to object than the policy leaves them. */
export class ObjectionWindowIsTooShort extends DomainError {
  readonly code = 'publication.objection-window-is-too-short';
  readonly kind = 'invalid';

  constructor(objectUntil: Instant, now: Instant, minimumHours: number) {
    super(`Hạn kiến nghị ${vietnamTime(objectUntil)} phải sau thời điểm thông báo ít nhất ${minimumHours} giờ.`, {
      objectUntil,
      now,
      minimumHours,
    });
  }
}
