import { randomUUID } from 'node:crypto';
import { v5 } from 'uuid';
import { InvalidAppend } from './errors';
import { eventIdOf } from './event-id';

const commandDigest = 'a'.repeat(64);

describe('the id of an event', () => {
  it('is the name-based UUID (version 5) of its place within the command', () => {
    for (let number = 1; number <= 2_000; number += 1) {
      const [commandId, stream] = [randomUUID(), `assessment-${number}.xã_Đông`];
      expect(eventIdOf({ commandId }, stream, number)).toBe(v5(`${stream}/${number}`, commandId));
      expect(eventIdOf({ commandId, commandDigest }, stream, number)).toBe(
        v5(`${stream}/${number}/${commandDigest}`, commandId),
      );
    }
  });

  it('is what it has always been, however the command id is written', () => {
    const always = '0d3f1bfe-84e1-5a83-b589-1f36d9d1384c';
    const commandId = '0f0e0d0c-0b0a-4908-8706-050403020100';
    expect(eventIdOf({ commandId }, 'unit-u1', 1)).toBe(always);
    expect(eventIdOf({ commandId: commandId.toUpperCase() }, 'unit-u1', 1)).toBe(always);
  });

  it('is refused for a command id that is no UUID', () => {
    expect(() => eventIdOf({ commandId: 'first' }, 'unit-u1', 1)).toThrow(InvalidAppend);
  });
});
