import { z } from 'zod';
import type { ViewingKey } from './recorded-viewings';

/** What the last viewing of a page is found by. */
export const viewingKey: z.ZodType<ViewingKey> = z.tuple([z.string().regex(/^\d{1,18}$/), z.int().min(0)]);
