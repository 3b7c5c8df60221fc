import { z } from 'zod';

/** What a page of units is gone on with: the day asked about, which is today's only for the first page, and the last unit. */
export const unitKey = z.tuple([z.string().regex(/^\d{4}-\d{2}-\d{2}$/), z.string().regex(/^[A-Za-z0-9._-]{1,64}$/)]);
