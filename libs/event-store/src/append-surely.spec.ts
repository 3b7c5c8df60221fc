import { InMemoryEventStore, LossyEventStore, newEvents } from '@app/testing';
import { appendSurely } from './append-surely';
import { InvalidAppend, StoreBusy, StoreUnavailable, WrongExpectedRevision } from './errors';

describe('appending surely', () => {
  afterEach(() => jest.restoreAllMocks());

  it('asks four times in all, each time for the same', async () => {
    const lossy = new LossyEventStore(new InMemoryEventStore());
    const events = newEvents(1);
    lossy.losses.push('request', 'request', 'request', 'request');
    await expect(appendSurely(lossy, 'note-1', 'no-stream', events)).rejects.toThrow(StoreUnavailable);
    const ids = events.map((event) => event.id);
    expect(lossy.asked).toEqual([ids, ids, ids, ids]);
  });

  it('does not keep a caller waiting when each answer took long', async () => {
    const lossy = new LossyEventStore(new InMemoryEventStore());
    lossy.losses.push('request');
    jest.spyOn(performance, 'now').mockReturnValueOnce(0).mockReturnValue(6_000);
    await expect(appendSurely(lossy, 'note-1', 'no-stream', newEvents(1))).rejects.toThrow(StoreUnavailable);
    expect(lossy.asked).toHaveLength(1);
  });

  it('does not ask again after an answer, even a refusal', async () => {
    const lossy = new LossyEventStore(new InMemoryEventStore());
    await expect(appendSurely(lossy, 'note-1', 5n, newEvents(1))).rejects.toThrow(WrongExpectedRevision);
    await expect(appendSurely(lossy, 'note-1', 'no-stream', [])).rejects.toThrow(InvalidAppend);
    expect(lossy.asked).toHaveLength(2);
  });

  it('does not press a log that says it is busy', async () => {
    const store = new InMemoryEventStore();
    const append = jest.spyOn(store, 'append').mockRejectedValue(new StoreBusy('full'));
    await expect(appendSurely(store, 'note-1', 'no-stream', newEvents(1))).rejects.toThrow(StoreBusy);
    expect(append).toHaveBeenCalledTimes(1);
  });

  it('says that an append may have arrived when the log was busy only afterwards', async () => {
    const store = new InMemoryEventStore();
    const append = jest.spyOn(store, 'append');
    append.mockRejectedValueOnce(new StoreUnavailable('cut off')).mockRejectedValueOnce(new StoreBusy('full'));
    await expect(appendSurely(store, 'note-1', 'no-stream', newEvents(1))).rejects.toThrow(StoreUnavailable);
  });
});
