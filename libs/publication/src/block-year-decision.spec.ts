import { type CommandContext, EventRegistry, WritePath } from '@app/event-store';
import { type Instant, ManualClock } from '@app/kernel';
import { InMemoryEventStore } from '@app/testing';
import { finishedBlock } from '../test/finished-block';
import { BlockYearDecision } from './block-year-decision';
import { BlockYearReader } from './block-year-reader';
import { publicationEvents } from './publication.events';

const commandId = '0190b7a4-0000-7000-8000-000000000001';
const context: CommandContext = {
  ...{ commandId, correlationId: commandId, causationId: commandId },
  ...{ actor: 'a', onBehalfOf: null, role: 'r' },
};

/** By which instant is decided when the block is read from one instant to another. */
async function decidedAt(from: Instant, to: Instant): Promise<Instant[]> {
  const [store, registry, clock] = [
    new InMemoryEventStore(),
    new EventRegistry(publicationEvents),
    new ManualClock(from),
  ];
  const reader = new BlockYearReader(store, registry);
  jest.spyOn(reader, 'read').mockImplementation(() => {
    clock.set(to);
    return Promise.resolve(finishedBlock.snapshot());
  });
  const decision = new BlockYearDecision(new WritePath(store, registry, clock), reader, clock);
  const instants: Instant[] = [];
  await decision.execute({ year: 2024, blockId: 'b' }, context, (_state, _snapshot, _actors, now) => {
    instants.push(now);
    return [];
  });
  return instants;
}

describe('the instant by which a block’s year is judged', () => {
  it('is that before the block was read: what was accepted in the meantime would be missing', async () =>
    expect(await decidedAt('2025-04-01T16:59:59.999Z', '2025-04-01T17:00:05.000Z')).toEqual([
      '2025-04-01T16:59:59.999Z',
    ]));

  it('is never later than the time of the decision, also where the clock was set back', async () =>
    expect(await decidedAt('2025-04-01T17:00:05.000Z', '2025-04-01T16:59:59.999Z')).toEqual([
      '2025-04-01T16:59:59.999Z',
    ]));
});
