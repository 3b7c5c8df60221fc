import { InMemoryEventStore, newEvents } from '@app/testing';
import { StreamHeads } from './stream-heads';

it('knows where a stream stands from its last event alone', async () => {
  const store = new InMemoryEventStore();
  const { position } = await store.append('unit-u1', 'no-stream', newEvents(300));
  const read = jest.spyOn(store, 'read');
  const heads = new StreamHeads(store);
  expect(await heads.of('unit-u1')).toEqual({
    revision: '299',
    position: position.toString(),
    recordedAt: '2024-01-31T16:59:59.999Z',
  });
  expect(await heads.of('unit-u2')).toEqual({ revision: 'no-stream', position: null, recordedAt: null });
  expect(read).not.toHaveBeenCalled();
});
