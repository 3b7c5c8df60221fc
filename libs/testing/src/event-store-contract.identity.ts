import { randomUUID } from 'node:crypto';
import {
  checkCheckpoint,
  ensureLogIdentity,
  LOG_IDENTITY_STREAM,
  type LogCheckpoint,
  LogIdentityError,
  LogIntegrityError,
  readLogIdentity,
} from '@app/event-store';
import { ManualClock } from '@app/kernel';
import { newEvents, newStream, numbersOf, readAll, type SubjectOf } from './event-store-contract.kit';

const clock = new ManualClock('2024-01-01T00:00:00.000Z');

export function identityCases(subject: SubjectOf): void {
  describe('knowing which log this is', () => {
    it('gives the log one identity, however many clients ask at once', async () => {
      const { store, open } = subject();
      const other = await open();
      const asked = Array.from({ length: 12 }, (_, index) => ensureLogIdentity(index % 2 ? store : other, clock));
      const ids = (await Promise.all(asked)).map((identity) => identity.logId);
      expect(new Set(ids).size).toBe(1);
      expect(await readAll(store, LOG_IDENTITY_STREAM)).toHaveLength(1);
    });

    it('reads the identity that was given', async () => {
      const { store, open } = subject();
      const identity = await ensureLogIdentity(store, clock);
      expect(await readLogIdentity(await open())).toEqual(identity);
    });
  });
  describe('checking a checkpoint', () => checkpointCases(subject));
  describe('refusing to be altered', () => alterationCases(subject));
}

function checkpointCases(subject: SubjectOf): void {
  const checkpoint = async (): Promise<LogCheckpoint> => {
    const { store } = subject();
    const [{ logId }, stream] = [await ensureLogIdentity(store, clock), newStream()];
    const { position } = await store.append(stream, 'no-stream', newEvents(2));
    const last = (await readAll(store, stream)).at(-1);
    return { logId, position, eventId: last?.id ?? '' };
  };

  it('accepts one that was taken from this log', async () => {
    await expect(checkCheckpoint(subject().store, await checkpoint())).resolves.toBeUndefined();
  });

  it('refuses one of another log', async () => {
    const other = { ...(await checkpoint()), logId: randomUUID() };
    await expect(checkCheckpoint(subject().store, other)).rejects.toThrow(LogIdentityError);
  });

  it('refuses one that lies behind the end: an older backup was restored', async () => {
    const taken = await checkpoint();
    const beyond = { ...taken, position: taken.position + 1_000_000_000_000n };
    await expect(checkCheckpoint(subject().store, beyond)).rejects.toThrow(LogIntegrityError);
  });

  it('refuses one whose event is not the one that stands there', async () => {
    const altered = { ...(await checkpoint()), eventId: randomUUID() };
    await expect(checkCheckpoint(subject().store, altered)).rejects.toThrow(LogIntegrityError);
  });
}

function alterationCases(subject: SubjectOf): void {
  it('offers nothing to update, delete or truncate by', () => {
    const { store } = subject();
    const verbs = new Set<string>();
    for (let each: object | null = store; each && each !== Object.prototype;) {
      for (const name of Object.getOwnPropertyNames(each)) verbs.add(name);
      each = Object.getPrototypeOf(each) as object | null;
    }
    expect([...verbs].filter((verb) => /delete|update|truncate|remove|tombstone|clear|reset|edit/i.test(verb))).toEqual(
      [],
    );
  });

  it('refuses every way around the port', async () => {
    const { store, alterations } = subject();
    const stream = newStream();
    await store.append(stream, 'no-stream', newEvents(2));
    const before = await readAll(store, stream);
    for (const { what, attempt } of alterations) {
      const outcome = await attempt(stream).then(
        () => `${what}: not refused`,
        () => 'refused',
      );
      expect(outcome).toBe('refused');
    }
    expect(await readAll(store, stream)).toEqual(before);
    expect(numbersOf(before)).toEqual([1, 2]);
  });
}
