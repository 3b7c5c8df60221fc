import type { EventStore } from '@app/event-store';

/** What a diligent client knows: the present revision of every stream that was written through this log since it was opened. */
export class SeenRevisions {
  private readonly revisions = new Map<string, bigint>();

  constructor(store: EventStore) {
    const append = store.append.bind(store);
    store.append = async (stream, expected, events) => {
      const appended = await append(stream, expected, events);
      const known = this.revisions.get(stream) ?? -1n;
      this.revisions.set(stream, appended.revision > known ? appended.revision : known);
      return appended;
    };
  }

  /** `If-Match` for a command at this address; none where the address is of no one stream. */
  headersFor(path: string): Record<string, string> {
    const stream = streamAt(path);
    if (stream === undefined) return {};
    const revision = this.revisions.get(stream);
    return { 'If-Match': `"${revision ?? 'no-stream'}"` };
  }
}

/** Streams by the first word of the address, and how many of the words that follow name one of them. */
const streams: Readonly<Record<string, readonly [category: string, words: number]>> = {
  units: ['unit', 1],
  blocks: ['block', 1],
  periods: ['period', 1],
  assessments: ['assessment', 2],
  results: ['results', 2],
};
/** Works on the files of a whole block. */
const overSeveral = /\/opening$/;

function streamAt(path: string): string | undefined {
  const [, first = '', ...words] = path.split('/');
  const named = streams[first];
  if (named === undefined || words.length <= named[1] || overSeveral.test(path)) return undefined;
  return `${named[0]}-${words.slice(0, named[1]).join('.')}`;
}
