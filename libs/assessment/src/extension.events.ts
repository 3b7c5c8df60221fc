import { eventSchema, type Instant } from '@app/kernel';

/** One unit, for one reason, may submit until a later instant: all of its file, or what lacks in these components. */
export const extensionGranted = eventSchema('ExtensionGranted')
  .startingAs<{
    year: number;
    unitId: string;
    submitBy: Instant;
    reason: string;
  }>()
  .upcastTo<{
    year: number;
    unitId: string;
    submitBy: Instant;
    /** The deadline as it was set; that in effect (`submitBy`) is later where its last day is a day off. Before v2 it took effect as set. */
    asked: { readonly submitBy: Instant };
    /** Only these components are declared in the longer time; null: the whole file, as always before v2. */
    components: readonly string[] | null;
    reason: string;
  }>((v1) => ({ ...v1, asked: { submitBy: v1.submitBy }, components: null }));

/** A submitted file, for one reason, may be appraised until a later instant: all of it, or these components. */
export const appraisalExtensionGranted = eventSchema('AppraisalExtensionGranted').startingAs<{
  year: number;
  unitId: string;
  appraiseBy: Instant;
  /** The deadline as it was set; that in effect is later where its last day is a day off. */
  asked: { readonly appraiseBy: Instant };
  /** Only these components are spoken on in the longer time; null: the whole file. */
  components: readonly string[] | null;
  reason: string;
}>();
