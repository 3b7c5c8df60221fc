import { eventSchema, type ExactText, type LocalDate } from '@app/kernel';

/** The appraisal council (Hội đồng thẩm định) decided the points of a component after the appraisal was closed. Null: not applicable. */
export const councilDecided = eventSchema('CouncilDecided').startingAs<{
  year: number;
  unitId: string;
  component: string;
  from: ExactText | null;
  to: ExactText | null;
  /** The minutes (biên bản) of the sitting. */
  minutes: { readonly number: string; readonly heldOn: LocalDate };
  votes: { readonly for: number; readonly against: number; readonly abstained: number };
  reason: string;
}>();
