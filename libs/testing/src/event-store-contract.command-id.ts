import { createHash } from 'node:crypto';
import { type CommandContext, CommandIdReused, type EventStore } from '@app/event-store';
import { newContext, newStream, readAll, type SubjectOf } from './event-store-contract.kit';
import { add, run, totalOf } from './event-store-contract.counter';
import { LossyEventStore } from './lossy-event-store';

const digestOf = (asked: string): string => createHash('sha256').update(asked).digest('hex');

/** One command id, and what it is used for. */
function oneId(): { asking(this: void, what: string): CommandContext; withoutDigest: CommandContext } {
  const withoutDigest = newContext();
  return { asking: (what) => ({ ...withoutDigest, commandDigest: digestOf(what) }), withoutDigest };
}

/** A log in which somebody else is quicker once, knowing what was about to be appended. */
class OvertakenEventStore extends LossyEventStore {
  constructor(
    inner: EventStore,
    private overtake: (() => Promise<unknown>) | undefined,
  ) {
    super(inner);
  }

  override async append(...args: Parameters<EventStore['append']>): ReturnType<EventStore['append']> {
    const overtake = this.overtake;
    this.overtake = undefined;
    await overtake?.();
    return super.append(...args);
  }
}

/** A command id stands for what was asked under it first. */
export function commandIdCases(subject: SubjectOf): void {
  describe('using a command id again', () => {
    sameCases(subject);
    otherCases(subject);
    racingCases(subject);
  });
}

function sameCases(subject: SubjectOf): void {
  it('records what was asked as a digest', async () => {
    const { store } = subject();
    const [stream, { asking }] = [newStream(), oneId()];
    await run(store, { stream, context: asking('add 1') });
    expect((await readAll(store, stream)).map(({ metadata }) => metadata.commandDigest)).toEqual([digestOf('add 1')]);
  });

  it('answers with the first result when the same is asked', async () => {
    const { store } = subject();
    const [stream, { asking }] = [newStream(), oneId()];
    const first = await run(store, { stream, context: asking('add 1') });
    await run(store, { stream });
    expect(await run(store, { stream, context: asking('add 1') })).toEqual(first);
    expect(await totalOf(store, stream)).toBe(2);
  });

  it.each(['recorded', 'repeated'])(
    'answers with the first result when the command was %s without digest',
    async (which) => {
      const { store } = subject();
      const [stream, { asking, withoutDigest }] = [newStream(), oneId()];
      const contexts = [asking('add 1'), withoutDigest];
      const [context, again] = which === 'recorded' ? contexts.reverse() : contexts;
      const first = await run(store, { stream, ...(context && { context }) });
      expect(await run(store, { stream, ...(again && { context: again }) })).toEqual(first);
      expect(await totalOf(store, stream)).toBe(1);
    },
  );
}

function otherCases(subject: SubjectOf): void {
  it('is refused when anything else is asked, and adds nothing', async () => {
    const { store, open } = subject();
    const [stream, { asking }] = [newStream(), oneId()];
    await run(store, { stream, context: asking('add 1') });
    for (const client of [store, await open()]) {
      const reused = run(client, { stream, context: asking('add 7'), decide: add(7) });
      await expect(reused).rejects.toThrow(CommandIdReused);
    }
    expect(await totalOf(store, stream)).toBe(1);
  });

  it('is refused before anything is decided', async () => {
    const { store } = subject();
    const [stream, { asking }] = [newStream(), oneId()];
    await run(store, { stream, context: asking('add 1') });
    const decide = jest.fn(add(7));
    await expect(run(store, { stream, context: asking('add 7'), decide })).rejects.toThrow(CommandIdReused);
    expect(decide).not.toHaveBeenCalled();
  });
}

function racingCases(subject: SubjectOf): void {
  it('is refused though both were decided on the same state', async () => {
    const { store, open } = subject();
    const [stream, { asking }, other] = [newStream(), oneId(), await open()];
    const quicker = (): Promise<unknown> => run(other, { stream, context: asking('add 1') });
    const slower = run(new OvertakenEventStore(store, quicker), { stream, context: asking('add 7'), decide: add(7) });
    await expect(slower).rejects.toThrow(CommandIdReused);
    expect(await totalOf(store, stream)).toBe(1);
  });

  it('is answered with the first result when both ask the same', async () => {
    const { store, open } = subject();
    const [stream, { asking }, other] = [newStream(), oneId(), await open()];
    const quicker = (): Promise<unknown> => run(other, { stream, context: asking('add 1') });
    const slower = await run(new OvertakenEventStore(store, quicker), { stream, context: asking('add 1') });
    expect(slower.revision).toBe(0n);
    expect(await totalOf(store, stream)).toBe(1);
  });
}
