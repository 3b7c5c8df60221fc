import { eventSchema } from '@app/kernel';

/** A field (lĩnh vực), or what some lead agencies appraise of it, was closed in a round: no more words on these components in that round. */
export const fieldAppraisalClosed = eventSchema('FieldAppraisalClosed')
  .startingAs<{
    year: number;
    unitId: string;
    field: string;
    round: number;
    /** The lead agencies (cơ quan chủ trì) that appraise these components, in the order of the annex. */
    leadAgencies: readonly string[];
    components: readonly string[];
  }>()
  .upcastTo<{
    year: number;
    unitId: string;
    field: string;
    round: number;
    /** The lead agencies (cơ quan chủ trì) that appraise these components, in the order of the annex. */
    leadAgencies: readonly ClosingAgency[];
    components: readonly string[];
  }>((v1) => ({ ...v1, leadAgencies: v1.leadAgencies.map((name) => ({ name, unitId: null })) }));

/** Who appraises components that were closed together. */
export interface ClosingAgency {
  /** As the ruleset prints it. */
  readonly name: string;
  /** The unit of the register that closed its own part; null: somebody closed the whole field, or, before v2, nobody said which unit it is. */
  readonly unitId: string | null;
}
