import type { CaseKey } from '@app/case-register';
import { z } from 'zod';

/** What the last case of a page is found by. */
export const caseKey: z.ZodType<CaseKey> = z.tuple([
  z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  z.string().regex(/^\d{1,18}$/),
]);
