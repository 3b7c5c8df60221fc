import { eventSchema } from '@app/kernel';

/** A field (lĩnh vực), or what some lead agencies appraise of it, was closed in a round: no more words on these components in that round. */
export const fieldAppraisalClosed = eventSchema('FieldAppraisalClosed').startingAs<{
  year: number;
  unitId: string;
  field: string;
  round: number;
  /** The lead agencies (cơ quan chủ trì) that appraise these components, in the order of the annex. */
  leadAgencies: readonly string[];
  components: readonly string[];
}>();
