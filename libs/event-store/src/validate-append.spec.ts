import { randomUUID } from 'node:crypto';
import { InvalidAppend } from './errors';
import type { NewEvent } from './recorded-event';
import { MAX_APPEND_BYTES, validateAppend } from './validate-append';

const ID = '6f9619ff-8b86-4011-b42d-00c04fc964ff';

function event(data: object, part = 1, parts = 1): NewEvent {
  const who = { commandId: ID, correlationId: ID, causationId: ID, actor: 'a', onBehalfOf: null, role: 'r' };
  const metadata = { ...who, schemaVersion: 1, recordedAt: '2024-01-01T00:00:00.000Z', part, parts };
  return { id: randomUUID(), type: 'Noted', data, metadata };
}

/** Bytes that an event with this text counts beside the text itself. */
const overhead = (({ data, metadata, type }) =>
  JSON.stringify(data).length + JSON.stringify(metadata).length + 2 * type.length)(event({ text: '' }));

describe('an append before it is sent', () => {
  it('is encoded once, as it will be stored', () => {
    const given = { ...event({ points: '2/3', name: 'Sở Y tế' }), id: ID.toUpperCase() };
    expect(validateAppend('note-1', 'no-stream', [given])).toEqual([
      { id: ID, type: 'Noted', data: '{"points":"2/3","name":"Sở Y tế"}', metadata: JSON.stringify(given.metadata) },
    ]);
  });

  it('may have any number of parts, numbered from 1', () => {
    const parts = [1, 2, 3].map((part) => event({}, part, 3));
    expect(validateAppend('note-1', 0n, parts)).toHaveLength(3);
    expect(() => validateAppend('note-1', 0n, parts.slice(1))).toThrow(/part 1 of 2/);
    expect(() => validateAppend('note-1', 0n, [...parts].reverse())).toThrow(/part 1 of 3/);
  });

  it('is refused from exactly the limit of bytes on', () => {
    const text = 'x'.repeat(MAX_APPEND_BYTES - overhead);
    expect(() => validateAppend('note-1', 0n, [event({ text: text.slice(1) })])).not.toThrow();
    expect(() => validateAppend('note-1', 0n, [event({ text })])).toThrow(/1000000 bytes; .*split it/);
  });

  it('names the stream, the event and the part that is wrong', () => {
    const wrong = event({ answers: [{ at: 1 }, { at: new Date(0) }] });
    const check = (): unknown => validateAppend('survey-2024.u1', 0n, [wrong]);
    expect(check).toThrow(InvalidAppend);
    expect(check).toThrow(`Append to survey-2024.u1 refused at Noted ${wrong.id}: data.answers[1].at is a Date`);
  });

  it('takes objects without a prototype, such as a parser makes', () => {
    const data = Object.assign(Object.create(null) as object, { n: 1 });
    expect(validateAppend('note-1', 0n, [event(data)])[0]?.data).toBe('{"n":1}');
  });

  it('is refused when an exact number was not written as text', () => {
    class Exact {
      toJSON(): string {
        return '2/3';
      }
    }
    expect(() => validateAppend('note-1', 0n, [event({ points: new Exact() })])).toThrow(/data\.points is a Exact/);
  });

  it('may nest 60 deep, not 70', () => {
    const nest = (depth: number): object => (depth === 0 ? {} : { in: nest(depth - 1) });
    expect(() => validateAppend('note-1', 0n, [event(nest(60))])).not.toThrow();
    expect(() => validateAppend('note-1', 0n, [event(nest(70))])).toThrow(InvalidAppend);
  });
});

describe('the name of a stream', () => {
  it.each(['unit-u17', 'assessment-2026.u17', 'unit-Cần_Giờ', 'period-2024', 'b2_x-Đ'])('may be %s', (name) => {
    expect(() => validateAppend(name, 0n, [event({})])).not.toThrow();
  });

  it.each(['', 'unit', 'unit-', 'unit-a-b', 'unit-a b', 'unit-a/b', 'Unit-a', '-a', '1-a', '$a-b', 'unit-a\n'])(
    'may not be %j',
    (name) => {
      expect(() => validateAppend(name, 0n, [event({})])).toThrow(/<category>-<key>/);
    },
  );
});
