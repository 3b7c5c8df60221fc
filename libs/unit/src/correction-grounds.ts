import { checkedText } from '@app/kernel';
import type { CorrectionGrounds } from './correction.events';

/** The grounds checked and in NFC. Throws TextIsInvalid. */
export function checkedGrounds({ reason, documentNumber }: CorrectionGrounds): CorrectionGrounds {
  return {
    reason: checkedText('Lý do', reason),
    documentNumber: checkedText('Số văn bản', documentNumber, 100),
  };
}
