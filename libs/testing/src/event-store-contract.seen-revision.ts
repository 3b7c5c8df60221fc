import { type EventStore, StaleRevision } from '@app/event-store';
import { add, counted, type CounterEvent, run, totalOf } from './event-store-contract.counter';
import { newContext, newEvents, newStream, readAll, type SubjectOf } from './event-store-contract.kit';
import { LossyEventStore } from './lossy-event-store';

/** A log in which somebody else appends between the reading and the appending, once. */
class OvertakenOnce extends LossyEventStore {
  private overtaken = false;

  constructor(private readonly rival: EventStore) {
    super(rival);
  }

  override async append(
    ...[stream, expected, events]: Parameters<EventStore['append']>
  ): ReturnType<EventStore['append']> {
    const other = newEvents(1, () => ({ n: 100 }));
    if (!this.overtaken) await this.rival.append(stream, expected, other);
    this.overtaken = true;
    return super.append(stream, expected, events);
  }
}

/** A command may say what the stream looked like to whoever decided; it is never carried out on another one. */
export function seenRevisionCases(subject: SubjectOf): void {
  describe('acting on what was seen', () => {
    agreeingCases(subject);
    staleCases(subject);
    repeatCases(subject);
  });
}

function agreeingCases(subject: SubjectOf): void {
  it('is carried out while the stream is as seen', async () => {
    const { store } = subject();
    const stream = newStream();
    const { revision } = await run(store, { stream, context: newContext({ expectedRevision: 'no-stream' }) });
    await run(store, { stream, context: newContext({ expectedRevision: revision }) });
    expect(await totalOf(store, stream)).toBe(2);
  });

  it('leaves nothing of it on record', async () => {
    const { store } = subject();
    const stream = newStream();
    await run(store, { stream, context: newContext({ expectedRevision: 'no-stream' }) });
    expect((await readAll(store, stream))[0]?.metadata).not.toHaveProperty('expectedRevision');
  });
}

function staleCases(subject: SubjectOf): void {
  it.each([
    ['before what is there now', 0n],
    ['after what is there now', 2n],
    ['not to exist', 'no-stream'],
  ] as const)('is refused when the stream was seen %s, whatever the decision says', async (_when, expectedRevision) => {
    const { store } = subject();
    const stream = newStream();
    await run(store, { stream, decide: (): CounterEvent[] => [counted.of({ n: 1 }), counted.of({ n: 1 })] });
    const decide = jest.fn(() => []);
    const acting = run(store, { stream, context: newContext({ expectedRevision }), decide });
    await expect(acting).rejects.toMatchObject({ constructor: StaleRevision, expected: expectedRevision, actual: 1n });
    expect(decide).not.toHaveBeenCalled();
    expect(await totalOf(store, stream)).toBe(2);
  });

  it('is refused when there is no stream any more to act on', async () => {
    const acting = run(subject().store, { context: newContext({ expectedRevision: 0n }) });
    await expect(acting).rejects.toMatchObject({ constructor: StaleRevision, actual: 'no-stream' });
  });

  it('is refused, not decided again, when somebody else is quicker', async () => {
    const { store } = subject();
    const stream = newStream();
    await run(store, { stream });
    const acting = run(new OvertakenOnce(store), { stream, context: newContext({ expectedRevision: 0n }) });
    await expect(acting).rejects.toMatchObject({ constructor: StaleRevision, actual: 1n });
    expect(await totalOf(store, stream)).toBe(101);
  });

  it('lets one of many through that saw the same', async () => {
    const { store } = subject();
    const stream = newStream();
    await run(store, { stream });
    const acting = Array.from({ length: 6 }, () =>
      run(store, { stream, context: newContext({ expectedRevision: 0n }) }),
    );
    const refused = (await Promise.allSettled(acting)).filter((each) => each.status === 'rejected');
    expect(refused.map(({ reason }) => reason instanceof StaleRevision)).toEqual(Array<boolean>(5).fill(true));
    expect(await totalOf(store, stream)).toBe(2);
  });
}

function repeatCases(subject: SubjectOf): void {
  it.each(['no-stream', 0n, 7n] as const)('does not matter to a repeat that names %s', async (expectedRevision) => {
    const { store } = subject();
    const [stream, context] = [newStream(), newContext({ expectedRevision: 'no-stream' })];
    const first = await run(store, { stream, context });
    await run(store, { stream, decide: add(10) });
    expect(await run(store, { stream, context: { ...context, expectedRevision } })).toEqual(first);
    expect(await totalOf(store, stream)).toBe(11);
  });
}
