import { accountsOf, type CommandContext } from '@app/event-store';
import type { Appraiser } from '../appraiser';

/** What a command says of the appraiser besides its context: taken from the account, never from what was sent. */
export interface ByAppraiser {
  /** The unit that whoever acts belongs to; null: none of the assessed units. */
  readonly appraiserUnitId: string | null;
  /** Codes of the fields that whoever acts may appraise; null: all. */
  readonly appraiserFields: readonly string[] | null;
}

export function appraiserOf({ appraiserUnitId, appraiserFields }: ByAppraiser, context: CommandContext): Appraiser {
  return { accounts: accountsOf(context), unitId: appraiserUnitId, fields: appraiserFields };
}
