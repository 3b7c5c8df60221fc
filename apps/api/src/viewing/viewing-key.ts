import { z } from 'zod';
import type { ViewingKey } from './recorded-viewings';

/** What the last viewing of a page is found by. */
export const viewingKey: z.ZodType<ViewingKey> = z.tuple([z.int().min(0)]);
