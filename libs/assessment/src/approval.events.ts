import { eventSchema } from '@app/kernel';

/** The officer laid the complete file before the head (trình thủ trưởng duyệt); until the head answers, nobody declares. */
export const approvalRequested = eventSchema('ApprovalRequested').startingAs<{
  year: number;
  unitId: string;
  /** The accounts behind the request: who asked and, by delegation, for whom. None of them may approve or appraise (four eyes). */
  requestedBy: readonly string[];
}>();

/** The head gave the file back to the officer: it is declared again. */
export const approvalDeclined = eventSchema('ApprovalDeclined')
  .startingAs<{
    year: number;
    unitId: string;
    reason: string;
  }>()
  .upcastTo<{
    year: number;
    unitId: string;
    reason: string;
    /** The accounts behind the refusal; none of them appraises or decides about the file (four eyes). Before v2 it was not said. */
    declinedBy: readonly string[];
  }>((v1) => ({ ...v1, declinedBy: [] }));
