import type { RecordedEvent } from '@app/event-store';
import { Trail } from './trail';

const event = (position: number, correlationId: string) =>
  ({ position: BigInt(position), metadata: { correlationId } }) as unknown as RecordedEvent;

it('names each request once, over however many batches, and says up to where', () => {
  const trail = new Trail();
  trail.add([event(1, 'a'), event(2, 'a'), event(3, 'b')]);
  trail.add([]);
  trail.add([event(7, 'b'), event(9, 'c')]);
  expect(trail.take()).toEqual({ applied: 5, through: '9', correlationIds: ['a', 'b', 'c'], unnamed: 0 });
});

it('tells what was told no second time, and nothing where there is nothing', () => {
  const trail = new Trail();
  expect(trail.take()).toBeUndefined();
  trail.add([event(1, 'a')]);
  trail.take();
  expect(trail.take()).toBeUndefined();
  trail.add([event(2, 'a')]);
  expect(trail.take()).toEqual({ applied: 1, through: '2', correlationIds: ['a'], unnamed: 0 });
});

it('names a hundred requests at most, and counts the events of the others', () => {
  const trail = new Trail();
  const batch = (from: number) => Array.from({ length: 60 }, (_, place) => event(from + place, `c${from + place}`));
  for (const from of [0, 60, 120]) trail.add(batch(from));
  trail.add([event(180, 'c0')]);
  const { correlationIds = [], ...told } = trail.take() ?? {};
  expect(correlationIds).toHaveLength(100);
  expect(told).toEqual({ applied: 181, through: '180', unnamed: 80 });
});
