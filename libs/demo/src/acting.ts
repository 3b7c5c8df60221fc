import type { CommandContext } from '@app/event-store';
import { v5 as uuidFrom } from 'uuid';

/** Namespace of the demo's command ids: the same step always carries the same id, so that loading twice adds nothing. */
const DEMO = '6f1d6d1a-6d2e-5c1b-9a55-4a5b1f0c2e77';

/** A command of the demo: who acts, in which role, for whom; `key` names the step and decides the command id. */
export function acting(actor: string, role: string, key: string, onBehalfOf: string | null = null): CommandContext {
  const commandId = uuidFrom(key, DEMO);
  return { commandId, correlationId: commandId, causationId: commandId, actor, onBehalfOf, role };
}

/** In the demo no appraiser belongs to a unit, and all fields are everybody's. */
export const anyAppraiser = { appraiserUnitId: null, appraiserFields: null } as const;

/** Synthetic personal accounts; none is a real person. */
export const accounts = {
  registrar: 'mau.quan_tri_don_vi',
  publisher: 'mau.cong_bo',
  surveyor: 'mau.khao_sat',
  caseHandler: 'mau.xu_ly_don',
  council: 'mau.thu_ky_hoi_dong',
  officer: (unitId: string) => `mau.can_bo.${unitId}`,
  head: (unitId: string) => `mau.thu_truong.${unitId}`,
  deputy: (unitId: string) => `mau.cap_pho.${unitId}`,
  appraiser: (leadAgency: string | null) => `mau.tham_dinh.${(leadAgency ?? 'chung').normalize('NFC')}`,
} as const;
