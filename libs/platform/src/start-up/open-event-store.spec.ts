import { accountStream, viewingStream } from '@app/access';
import { assessmentStream } from '@app/assessment';
import { caseworkStream } from '@app/casework';
import { periodStream } from '@app/period';
import { resultsStream } from '@app/publication';
import { surveyStream } from '@app/survey';
import { blockStream, unitStream } from '@app/unit';
import { StartUpRefused } from '@app/postgres';
import { openEventStore, streamCategories } from './open-event-store';

describe('the log', () => {
  it('knows the category of every stream that is written', () => {
    const streams = [unitStream('u'), blockStream('b'), periodStream(2024), assessmentStream(2024, 'u')];
    const others = [
      surveyStream(2024, 'u'),
      caseworkStream(2024, 'u'),
      resultsStream(2024, 'b'),
      accountStream('a'),
      viewingStream(2024, 'u'),
    ];
    const categories = [...streams, ...others].map((stream) => stream.split('-')[0]);
    expect(new Set(categories)).toEqual(new Set(streamCategories));
  });

  it.each(['esdb://127.0.0.1:1?tls=false', 'esdb://app:secret@127.0.0.1:1?throwOnAppendFailure=false'])(
    'at %s is refused in one sentence without the password',
    async (eventStoreUrl) => {
      const failure: unknown = await openEventStore({ eventStoreUrl }, { appUrl: '' }).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(StartUpRefused);
      expect((failure as Error).message).toMatch(/^EVENTSTORE_URL: (?!.*secret)[^\n]*\.$/);
    },
    20_000,
  );
});
