import { EventRegistry, logEvents, pause, type Recorded, type RecordedEvent } from '@app/event-store';
import type { DomainEvent } from '@app/kernel';
import {
  appendTo,
  eventIdAt,
  type HistoryEvent,
  inStream,
  logOf,
  note,
  pay,
  ProjectionLab,
  type ToyFaults,
  toyProjection,
  toySchemas,
} from '@app/testing';
import { ProjectionCatalogue } from './projection-catalogue';
import type { ProjectionWriter, Row } from './projection';
import { QuarantineDesk } from './quarantine-desk';

const schemas = [...logEvents, ...toySchemas];

/** A projection that can be broken and mended, with its quarantine. */
async function openWard(history: readonly HistoryEvent[], faults: ToyFaults = {}, known = schemas) {
  const projection = toyProjection(faults);
  const lab = await ProjectionLab.open(projection, await logOf(history), known);
  const catalogue = new ProjectionCatalogue();
  catalogue.add(projection);
  const desk = () => new QuarantineDesk(lab.dataSource, lab.store, new EventRegistry(known), catalogue);
  return { lab, faults, desk, balances: async () => balancesOf(await lab.rows('account')), close: () => lab.close() };
}
const balancesOf = (rows: readonly Row[]) =>
  Object.fromEntries(rows.map(({ account, balance }): [string, unknown] => [String(account), balance])) as Row;
const failOn = (amount: number) => (event: { data: object }) => {
  if ('amount' in event.data && event.data.amount === amount) throw new Error(`${amount} là số lỗi`);
};

const history = [
  pay('a1', 1),
  pay('b1', 2),
  pay('a1', 666),
  pay('b1', 3),
  note('a1', 'sau lỗi'),
  pay('a2', 5),
  pay('a1', 7),
];

describe('a handler that fails on one event', () => {
  it.each([1, 2, 3, 100])('stops its partition only (batches of %i)', async (batch) => {
    const ward = await openWard(history, { handle: failOn(666) });
    try {
      await ward.lab.catchUp(batch);
      expect(await ward.balances()).toEqual({ a1: 1, a2: 5, b1: 5 });
      expect(await ward.lab.rows('bank')).toMatchObject([
        { bank: 'a', balance: 6 },
        { bank: 'b', balance: 5 },
      ]);
      expect(await ward.desk().list()).toMatchObject([
        {
          projection: 'toy',
          partition: 'account-a1',
          position: '4',
          eventId: eventIdAt(4),
          eventType: 'Paid',
          stage: 'handle',
          error: 'Error: 666 là số lỗi',
          attempts: 1,
          waiting: 3,
        },
      ]);
    } finally {
      await ward.close();
    }
  });

  it('lets its partition go on in order once it is mended', async () => {
    const ward = await openWard(history, { handle: failOn(666) });
    try {
      await ward.lab.catchUp(2);
      ward.faults.handle = undefined;
      expect(await ward.desk().retry('toy')).toEqual([
        { projection: 'toy', generation: 1, partition: 'account-a1', applied: 3, waiting: 0 },
      ]);
      expect(await ward.balances()).toEqual({ a1: 674, a2: 5, b1: 5 });
      expect(await ward.lab.rows('account')).toMatchObject([{ note: 'sau lỗi' }, {}, {}]);
      expect(await ward.desk().list()).toEqual([]);
      await appendTo(ward.lab.store, pay('a1', 1));
      await ward.lab.catchUp();
      expect(await ward.balances()).toMatchObject({ a1: 675 });
    } finally {
      await ward.close();
    }
  });

  it('waits for a batch in hand longer than a reader may', async () => {
    const ward = await openWard(history, { handle: failOn(666) });
    try {
      await ward.lab.catchUp();
      ward.faults.handle = undefined;
      const batch = ward.lab.dataSource.createQueryRunner();
      await batch.query('BEGIN');
      await batch.query('SELECT FROM read_model.checkpoint FOR UPDATE');
      const retried = ward.desk().retry('toy');
      await Promise.race([retried, pause(4_500)]).finally(() => batch.query('COMMIT').then(() => batch.release()));
      expect(await retried).toMatchObject([{ applied: 3, waiting: 0 }]);
    } finally {
      await ward.close();
    }
  });

  it('stops again where it fails again, and counts the attempts', async () => {
    const ward = await openWard(history, { handle: failOn(666) });
    try {
      await ward.lab.catchUp();
      ward.faults.handle = failOn(7);
      expect(await ward.desk().retry('toy', 'account-a1')).toMatchObject([{ applied: 2, waiting: 1 }]);
      expect(await ward.desk().list()).toMatchObject([{ position: '8', attempts: 2, waiting: 1 }]);
      expect(await ward.balances()).toMatchObject({ a1: 667 });
    } finally {
      await ward.close();
    }
  });

  it('gives the same rows as if nothing had ever failed', async () => {
    const ward = await openWard(history, { handle: failOn(666) });
    const sound = await openWard(history);
    try {
      await ward.lab.catchUp(1);
      ward.faults.handle = undefined;
      await ward.desk().retry('toy');
      await sound.lab.catchUp();
      expect(await ward.lab.snapshot()).toEqual(await sound.lab.snapshot());
    } finally {
      await ward.close();
      await sound.close();
    }
  });
});

describe('what else can be wrong with an event', () => {
  /** Closes the ward: left open, its connections outlive the run's last test. */
  const onlyA1Stops = async (ward: Awaited<ReturnType<typeof openWard>>, stage: string) => {
    try {
      await ward.lab.catchUp();
      expect(await ward.desk().list()).toMatchObject([{ partition: 'account-a1', position: '4', stage }]);
      expect(await ward.balances()).toEqual({ a1: 1, a2: 5, b1: 5 });
    } finally {
      await ward.close();
    }
  };

  it('a fold that throws', async () => {
    const ward = await openWard(history, {
      fold: (amount) => {
        if (amount === 666) throw new Error('không gộp được');
      },
    });
    await onlyA1Stops(ward, 'write');
  });

  it('a handler that would go on later', async () => {
    const ward = await openWard(history);
    const { on } = ward.lab.scope.projection;
    const { Paid: handle } = on;
    const late = (event: HistoryEvent, write: ProjectionWriter<string>) => {
      handle?.(event as never, write);
      return 'amount' in event.data && event.data.amount === 666 ? Promise.resolve() : undefined;
    };
    Object.assign(on, { Paid: late });
    await onlyA1Stops(ward, 'handle');
  });

  it('data that PostgreSQL refuses', async () => {
    const nul = history.map((event, index) => (index === 2 ? note('a1', 'x\0y') : index === 4 ? pay('a1', 1) : event));
    await onlyA1Stops(await openWard(nul), 'write');
  });

  it('a schema version that this program does not know', async () => {
    const ward = await openWard(history);
    const later = new (class extends EventRegistry {
      override decode<Event extends DomainEvent>(event: RecordedEvent): Recorded<Event> {
        if (event.position === 4n) throw new Error('phiên bản 9');
        return super.decode(event);
      }
    })(schemas);
    Object.assign(ward.lab.scope, { registry: later });
    await onlyA1Stops(ward, 'decode');
  });

  it('a type that nobody knows, in a stream that the projection reads; elsewhere it is none of its business', async () => {
    const stranger = (stream: string) => inStream(stream, { type: 'Stranger', data: {} });
    const strange = [...history.slice(0, 2), stranger('account-a1'), ...history.slice(3), stranger('elsewhere-a1')];
    await onlyA1Stops(await openWard(strange), 'decode');
  });
});

describe('settling that fails', () => {
  it('is laid at the event that brought it about, naming the group', async () => {
    const ward = await openWard([pay('a1', 1), pay('b1', 2), pay('c1', 3), pay('b2', 4), pay('a1', 5)], {
      settle: (bank) => {
        if (bank === 'b') throw new Error('ngân hàng b');
      },
    });
    try {
      await ward.lab.catchUp();
      expect(await ward.desk().list()).toMatchObject([
        { partition: 'account-b1', stage: 'settle', groups: ['b'], error: 'Error: ngân hàng b' },
        { partition: 'account-b2', stage: 'settle', groups: ['b'] },
      ]);
      expect(await ward.balances()).toEqual({ a1: 6, c1: 3 });
      ward.faults.settle = undefined;
      await ward.desk().retry('toy');
      expect(await ward.lab.rows('bank')).toMatchObject([{ balance: 6 }, { bank: 'b', balance: 6 }, { balance: 3 }]);
    } finally {
      await ward.close();
    }
  });
});
