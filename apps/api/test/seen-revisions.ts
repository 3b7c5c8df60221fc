import type { EventStore } from '@app/event-store';
import type { OpenAPIObject } from '@nestjs/swagger';

/** What a diligent client knows: the present revision of every stream that was written through this log since it was opened. */
export class SeenRevisions {
  private readonly revisions = new Map<string, bigint>();
  private demanding: readonly RegExp[] = [];

  constructor(store: EventStore) {
    const append = store.append.bind(store);
    store.append = async (stream, expected, events) => {
      const appended = await append(stream, expected, events);
      const known = this.revisions.get(stream) ?? -1n;
      this.revisions.set(stream, appended.revision > known ? appended.revision : known);
      return appended;
    };
  }

  /** Of which commands `If-Match` is demanded. */
  learn({ paths }: OpenAPIObject): void {
    const demands = ({ post }: OpenAPIObject['paths'][string]) =>
      post?.parameters?.some((each) => 'name' in each && each.name === 'If-Match' && each.required) ?? false;
    this.demanding = Object.entries(paths)
      .filter(([, item]) => demands(item))
      .map(([template]) => new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`));
  }

  /** `If-Match` for a command at this address, where it is demanded. */
  headersFor(path: string): Record<string, string> {
    if (!this.demanding.some((one) => one.test(path))) return {};
    return { 'If-Match': `"${this.revisions.get(streamAt(path)) ?? 'no-stream'}"` };
  }
}

/** Streams by the first word of the address, and how many of the words that follow name one of them. */
const streams: Readonly<Record<string, readonly [category: string, words: number]>> = {
  units: ['unit', 1],
  blocks: ['block', 1],
  periods: ['period', 1],
  assessments: ['assessment', 2],
  surveys: ['survey', 2],
  cases: ['casework', 2],
  results: ['results', 2],
};

/** Of any other first word nothing is known: whoever acts there is told the tag by the refusal. */
function streamAt(path: string): string {
  const [, first = '', ...words] = path.split('/');
  const [category, count] = streams[first] ?? ['', 0];
  return `${category}-${words.slice(0, count).join('.')}`;
}
