import { ResultsAreTooLarge } from './publication.errors';
import type { PublicationEvent } from './publication.events';

/** Bytes of results at most: an append of the log takes 1,000,000 with its metadata. */
const MAX_RESULT_BYTES = 980_000;

/** The events, if each fits into one event of the log. Throws ResultsAreTooLarge. */
export function demandSize(events: PublicationEvent[]): PublicationEvent[] {
  for (const { data } of events) {
    const bytes = Buffer.byteLength(JSON.stringify(data), 'utf8');
    if (bytes > MAX_RESULT_BYTES) throw new ResultsAreTooLarge(bytes, MAX_RESULT_BYTES);
  }
  return events;
}
