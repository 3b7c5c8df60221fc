import { ManualClock } from '@app/kernel';
import { InMemoryEventStore, LossyEventStore } from '@app/testing';
import { LogIdentityError, LogIntegrityError } from './errors';
import { checkCheckpoint, ensureLogIdentity, LOG_IDENTITY_STREAM, readLogIdentity } from './log-identity';

const clock = new ManualClock('2024-01-01T00:00:00.000Z');

describe("the log's identity", () => {
  it('is the first event of a new log', async () => {
    const store = new InMemoryEventStore();
    expect(await readLogIdentity(store)).toBeUndefined();
    const { logId } = await ensureLogIdentity(store, clock);
    const { events } = await store.page(undefined, 10);
    expect(events).toMatchObject([
      { position: 1n, revision: 0n, stream: LOG_IDENTITY_STREAM, type: 'LogCreated', data: { logId }, id: logId },
    ]);
  });

  it('stays when the log is opened again', async () => {
    const store = new InMemoryEventStore();
    expect(await ensureLogIdentity(store, clock)).toEqual(await ensureLogIdentity(store, clock));
  });

  it('differs between two logs', async () => {
    const [one, two] = [new InMemoryEventStore(), new InMemoryEventStore()];
    expect(await ensureLogIdentity(one, clock)).not.toEqual(await ensureLogIdentity(two, clock));
  });

  it('is written once though its acknowledgement was lost', async () => {
    const inner = new InMemoryEventStore();
    const lossy = new LossyEventStore(inner);
    lossy.losses.push('acknowledgement', 'acknowledgement');
    expect(await ensureLogIdentity(lossy, clock)).toEqual(await readLogIdentity(inner));
  });

  it('is not taken from anything else in its place', async () => {
    const store = new InMemoryEventStore();
    const other = new InMemoryEventStore();
    const { logId } = await ensureLogIdentity(other, clock);
    const event = await other.eventAt(1n);
    const metadata = event?.metadata;
    if (!metadata) throw new Error('the identity is missing');
    await store.append(LOG_IDENTITY_STREAM, 'no-stream', [{ id: logId, type: 'Forged', data: { logId }, metadata }]);
    await expect(readLogIdentity(store)).rejects.toThrow(LogIntegrityError);
  });
});

describe('a checkpoint against a log', () => {
  it('of an older backup says in one sentence what happened', async () => {
    const store = new InMemoryEventStore();
    const { logId } = await ensureLogIdentity(store, clock);
    const checkpoint = { logId, position: 2n, eventId: '6f9619ff-8b86-4011-b42d-00c04fc964ff' };
    await expect(checkCheckpoint(store, checkpoint)).rejects.toThrow(/vị trí 2.*bản sao cũ/);
  });

  it('of another log names both', async () => {
    const store = new InMemoryEventStore();
    const { logId } = await ensureLogIdentity(store, clock);
    const checking = checkCheckpoint(store, { logId: 'another', position: 1n, eventId: logId });
    await expect(checking).rejects.toThrow(LogIdentityError);
    await expect(checking).rejects.toThrow(new RegExp(`another.*${logId}`));
  });

  it('without an identity is refused', async () => {
    const checkpoint = { logId: 'some', position: 1n, eventId: 'e' };
    await expect(checkCheckpoint(new InMemoryEventStore(), checkpoint)).rejects.toThrow(/chưa có định danh/);
  });
});
