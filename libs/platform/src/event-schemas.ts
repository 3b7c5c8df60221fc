import { accessEvents, listViewingEvents, providerLogoutEvents, viewingEvents } from '@app/access';
import { assessmentEvents } from '@app/assessment';
import { caseworkEvents } from '@app/casework';
import { type EventRegistry, logEvents } from '@app/event-store';
import { calendarEvents, periodEvents } from '@app/period';
import { openingEvents, publicationEvents } from '@app/publication';
import { surveyEvents } from '@app/survey';
import { blockEvents, officialCodeEvents, unitEvents } from '@app/unit';

/** Every event type that the program writes or reads. */
export const eventSchemas: ConstructorParameters<typeof EventRegistry>[0] = [
  ...logEvents,
  ...unitEvents,
  ...officialCodeEvents,
  ...blockEvents,
  ...periodEvents,
  ...calendarEvents,
  ...assessmentEvents,
  ...surveyEvents,
  ...caseworkEvents,
  ...openingEvents,
  ...publicationEvents,
  ...accessEvents,
  ...providerLogoutEvents,
  ...viewingEvents,
  ...listViewingEvents,
];
