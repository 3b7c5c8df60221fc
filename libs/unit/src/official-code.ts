import { type Aggregate, assertNever, eventSchema, type EventOf } from '@app/kernel';
import { OfficialCodeIsInvalid, OfficialCodeIsTaken } from './official-code.errors';

/** An official code (mã định danh) became a unit's, for ever: it is never given to another. Stream `officialcode-<code>`. */
export const officialCodeAssigned = eventSchema('OfficialCodeAssigned').startingAs<{ code: string; unitId: string }>();

export const officialCodeEvents = [officialCodeAssigned] as const;
export type OfficialCodeEvent = EventOf<(typeof officialCodeEvents)[number]>;

/** Whose the code is. */
export interface OfficialCode {
  readonly unitId: string | null;
}

export const officialCode: Aggregate<OfficialCode, OfficialCodeEvent> = {
  initial: { unitId: null },
  evolve(state, { type, data }) {
    switch (type) {
      case 'OfficialCodeAssigned':
        return { ...state, unitId: data.unitId };
      default:
        return assertNever(type);
    }
  },
};

const CODE = /^[A-Za-z0-9][A-Za-z0-9._]{0,29}$/;

/** The code itself. Throws OfficialCodeIsInvalid. */
export function checkedOfficialCode(code: string): string {
  if (!CODE.test(code)) throw new OfficialCodeIsInvalid(code);
  return code;
}

/** `officialcode-<code>`, the same for `H29.15` and `h29.15`. Throws OfficialCodeIsInvalid. */
export function officialCodeStream(code: string): string {
  return `officialcode-${checkedOfficialCode(code).toLowerCase()}`;
}

/**
 * Gives the code to a unit that is about to be registered. Nothing when it has it already; nothing for a unit that is registered, whose
 * registration is refused or answered as a repeat.
 */
export function assignOfficialCode(
  state: OfficialCode,
  { code, unitId }: { readonly code: string; readonly unitId: string },
  registered: boolean,
): OfficialCodeEvent[] {
  if (registered || state.unitId === unitId) return [];
  if (state.unitId !== null) throw new OfficialCodeIsTaken(code, state.unitId);
  return [officialCodeAssigned.of({ code, unitId })];
}
