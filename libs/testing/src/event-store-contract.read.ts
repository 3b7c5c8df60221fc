import { mark, newContext, newEvents, newStream, numbersOf, readAll, type SubjectOf } from './event-store-contract.kit';

export function readCases(subject: SubjectOf): void {
  describe('reading a stream', () => {
    orderCases(subject);
    boundCases(subject);
  });
  describe('keeping what was written', () => {
    fidelityCases(subject);
    metadataCases(subject);
    ownershipCases(subject);
  });
}

function orderCases(subject: SubjectOf): void {
  it('gives nothing for a stream that does not exist', async () => {
    expect(await readAll(subject().store, newStream())).toEqual([]);
  });

  it('gives revisions from 0 without gaps, and growing positions', async () => {
    const { store } = subject();
    const stream = newStream();
    await store.append(stream, 'no-stream', newEvents(3));
    await mark(store);
    await store.append(stream, 2n, newEvents(2));
    const events = await readAll(store, stream);
    expect(events.map((event) => event.revision)).toEqual([0n, 1n, 2n, 3n, 4n]);
    const positions = events.map((event) => event.position);
    expect([...positions].sort((a, b) => (a < b ? -1 : 1))).toEqual(positions);
    expect(new Set(positions).size).toBe(5);
  });

  it('reads 2,500 events of one stream in order', async () => {
    const { store } = subject();
    const stream = newStream();
    await store.append(stream, 'no-stream', newEvents(1250));
    await store.append(
      stream,
      1249n,
      newEvents(1250, (n) => ({ n: n + 1250 })),
    );
    expect(numbersOf(await readAll(store, stream))).toEqual(Array.from({ length: 2500 }, (_, index) => index + 1));
  });

  it('shows at once what was acknowledged, to every client', async () => {
    const { store, open } = subject();
    const other = await open();
    for (let round = 0; round < 20; round += 1) {
      const stream = newStream();
      await store.append(stream, 'no-stream', newEvents(1));
      expect(await readAll(round % 2 === 0 ? store : other, stream)).toHaveLength(1);
    }
  });

  it('does not mix streams whose names begin alike', async () => {
    const { store } = subject();
    const stream = newStream('.u1');
    await store.append(stream, 'no-stream', newEvents(1));
    await store.append(`${stream}0`, 'no-stream', newEvents(2));
    expect(await readAll(store, stream)).toHaveLength(1);
    expect(await readAll(store, stream.slice(0, -1))).toEqual([]);
  });

  it('reads the same twice', async () => {
    const { store } = subject();
    const stream = newStream();
    await store.append(stream, 'no-stream', newEvents(4));
    expect(await readAll(store, stream)).toEqual(await readAll(store, stream));
  });
}

function boundCases(subject: SubjectOf): void {
  it.each([
    ['up to and including a revision', 2n, 3],
    ['up to its first event', 0n, 1],
    ['up to a revision beyond its end, which is all', 900n, 5],
  ])('reads a stream %s', async (_, upTo, count) => {
    const { store } = subject();
    const stream = newStream();
    await store.append(stream, 'no-stream', newEvents(5));
    expect(await readAll(store, stream, upTo)).toHaveLength(count);
  });

  it('can stop reading at any event', async () => {
    const { store } = subject();
    const stream = newStream();
    await store.append(stream, 'no-stream', newEvents(50));
    for (let round = 0; round < 30; round += 1) {
      for await (const event of store.read(stream)) {
        if (event.revision === 3n) break;
      }
    }
    expect(await readAll(store, stream)).toHaveLength(50);
  });

  it('reads 20 streams at once', async () => {
    const { store } = subject();
    const stream = newStream();
    await store.append(stream, 'no-stream', newEvents(30));
    const all = await Promise.all(Array.from({ length: 20 }, () => readAll(store, stream)));
    expect(all.every((events) => events.length === 30)).toBe(true);
  });
}

const KEPT: readonly (readonly [string, object])[] = [
  ['Vietnamese with all its diacritics', { text: 'Sở Nội vụ: điểm thẩm định, phản ánh – kiến nghị; ẤẾỐỨỶ đ Đ' }],
  ['decomposed diacritics as they came (NFD)', { text: 'Đà Nẵng'.normalize('NFD') }],
  ['emoji and scripts beyond the basic plane', { text: '🏛️ 👩🏽‍⚖️ 𠀋 \u{10FFFF}' }],
  ['control characters, NUL among them', { text: '\u0000\u0001\b\t\n\r\u001f\u007f' }],
  ['quotes, backslashes and separators', { text: `" ' \\ / \\u0041 {} [] \u2028 \u2029 $1 %s`, '{"': '},"' }],
  ['empty values', { text: '', list: [], object: {}, nothing: null, no: false }],
  ['nested lists and objects', { a: [{ b: [[1, [2]], { c: { d: [null, true] } }] }] }],
  [
    'numbers to their last digit',
    { max: Number.MAX_SAFE_INTEGER, min: -9007199254740991, tenth: 0.1, tiny: 5e-324, big: 1e300 },
  ],
  ['exact numbers written as text', { points: '2/3', score: '61.8600', long: '123456789012345678901234567890.10' }],
  ['names that mean something to programs', { then: 'x', toJSON: 'y', constructor: 'z', length: 0, $ref: '#', _id: 1 }],
  ['Vietnamese names of members', { 'điểm tự chấm': '5', 'xếp hạng': 3 }],
  ['500 packed survey responses', { responses: Array.from({ length: 500 }, () => 'ABCD-ABCD-ABCD-ABCD-') }],
];

function fidelityCases(subject: SubjectOf): void {
  it.each(KEPT)('keeps %s', async (_, data) => {
    const { store } = subject();
    const stream = newStream();
    await store.append(
      stream,
      'no-stream',
      newEvents(1, () => data),
    );
    expect((await readAll(store, stream))[0]?.data).toEqual(data);
  });

  it('keeps the order of members', async () => {
    const { store } = subject();
    const stream = newStream();
    const data = { z: 1, a: 2, m: { y: 1, b: 2 } };
    await store.append(
      stream,
      'no-stream',
      newEvents(1, () => data),
    );
    expect(JSON.stringify((await readAll(store, stream))[0]?.data)).toBe(JSON.stringify(data));
  });

  it('keeps streams with Vietnamese names apart', async () => {
    const { store } = subject();
    const names = ['.Cần_Giờ', '.Cần_Giớ', '.can_gio', '.đ', '.Đ'].map((suffix) => newStream(suffix.normalize('NFC')));
    for (const stream of names)
      await store.append(
        stream,
        'no-stream',
        newEvents(1, () => ({ n: stream })),
      );
    for (const stream of names) expect(numbersOf(await readAll(store, stream))).toEqual([stream]);
  });

  it('keeps a stream name of 250 characters', async () => {
    const { store } = subject();
    const stream = newStream('.').padEnd(250, 'ữ');
    await store.append(stream, 'no-stream', newEvents(1));
    expect((await readAll(store, stream))[0]?.stream).toBe(stream);
  });
}

function metadataCases(subject: SubjectOf): void {
  it('keeps all metadata as given', async () => {
    const { store } = subject();
    const stream = newStream();
    const events = newEvents(
      2,
      undefined,
      newContext({ actor: 'nguyễn.văn.á', onBehalfOf: 'giám.đốc', role: 'trưởng phòng' }),
    );
    await store.append(stream, 'no-stream', events);
    expect((await readAll(store, stream)).map((event) => event.metadata)).toEqual(
      events.map((event) => event.metadata),
    );
  });

  it('keeps an actor who acts in the own right apart from one who acts for another', async () => {
    const { store } = subject();
    const stream = newStream();
    await store.append(stream, 'no-stream', newEvents(1, undefined, newContext({ onBehalfOf: null })));
    expect((await readAll(store, stream))[0]?.metadata.onBehalfOf).toBeNull();
  });

  it('keeps the schema version', async () => {
    const { store } = subject();
    const stream = newStream();
    const events = newEvents(1).map((event) => ({ ...event, metadata: { ...event.metadata, schemaVersion: 7 } }));
    await store.append(stream, 'no-stream', events);
    expect((await readAll(store, stream))[0]?.metadata.schemaVersion).toBe(7);
  });

  it('gives each event its id, type and stream again', async () => {
    const { store } = subject();
    const stream = newStream();
    const events = newEvents(2);
    await store.append(stream, 'no-stream', events);
    expect((await readAll(store, stream)).map(({ id, type, stream: name }) => ({ id, type, name }))).toEqual(
      events.map(({ id, type }) => ({ id, type, name: stream })),
    );
  });

  it('takes an id in capital letters for the same id', async () => {
    const { store } = subject();
    const stream = newStream();
    const events = newEvents(1);
    await store.append(stream, 'no-stream', events);
    const shouted = events.map((event) => ({ ...event, id: event.id.toUpperCase() }));
    expect((await store.append(stream, 'no-stream', shouted)).revision).toBe(0n);
    expect((await readAll(store, stream)).map((event) => event.id)).toEqual(events.map((event) => event.id));
  });
}

function ownershipCases(subject: SubjectOf): void {
  it('is not altered through an object that was written', async () => {
    const { store } = subject();
    const stream = newStream();
    const data = { n: 1 };
    const appending = store.append(
      stream,
      'no-stream',
      newEvents(1, () => data),
    );
    await appending;
    data.n = 2;
    expect(numbersOf(await readAll(store, stream))).toEqual([1]);
  });

  it('is not altered through an object that was read', async () => {
    const { store } = subject();
    const stream = newStream();
    await store.append(stream, 'no-stream', newEvents(1));
    const [event] = await readAll(store, stream);
    Object.assign(event?.data ?? {}, { n: 2 });
    expect(numbersOf(await readAll(store, stream))).toEqual([1]);
  });
}
