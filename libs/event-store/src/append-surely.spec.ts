import { randomUUID } from 'node:crypto';
import { InMemoryEventStore, LossyEventStore } from '@app/testing';
import { appendSurely } from './append-surely';
import { InvalidAppend, StoreUnavailable, WrongExpectedRevision } from './errors';
import type { NewEvent } from './recorded-event';

function newEvent(): NewEvent {
  const id = randomUUID();
  const who = { commandId: id, correlationId: id, causationId: id, actor: 'a', onBehalfOf: null, role: 'r' };
  const stamp = { schemaVersion: 1, recordedAt: '2024-01-01T00:00:00.000Z', part: 1, parts: 1 };
  return { id, type: 'Noted', data: {}, metadata: { ...who, ...stamp } };
}

describe('appending surely', () => {
  afterEach(() => jest.restoreAllMocks());

  it('asks four times in all, each time for the same', async () => {
    const lossy = new LossyEventStore(new InMemoryEventStore());
    const event = newEvent();
    lossy.losses.push('request', 'request', 'request', 'request');
    await expect(appendSurely(lossy, 'note-1', 'no-stream', [event])).rejects.toThrow(StoreUnavailable);
    expect(lossy.asked).toEqual([[event.id], [event.id], [event.id], [event.id]]);
  });

  it('does not keep a caller waiting when each answer took long', async () => {
    const lossy = new LossyEventStore(new InMemoryEventStore());
    lossy.losses.push('request');
    jest.spyOn(performance, 'now').mockReturnValueOnce(0).mockReturnValue(6_000);
    await expect(appendSurely(lossy, 'note-1', 'no-stream', [newEvent()])).rejects.toThrow(StoreUnavailable);
    expect(lossy.asked).toHaveLength(1);
  });

  it('does not ask again after an answer, even a refusal', async () => {
    const lossy = new LossyEventStore(new InMemoryEventStore());
    await expect(appendSurely(lossy, 'note-1', 5n, [newEvent()])).rejects.toThrow(WrongExpectedRevision);
    await expect(appendSurely(lossy, 'note-1', 'no-stream', [])).rejects.toThrow(InvalidAppend);
    expect(lossy.asked).toHaveLength(2);
  });
});
