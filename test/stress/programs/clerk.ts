import {
  type CommandContext,
  EventRegistry,
  type EventStore,
  logEvents,
  StoreUnavailable,
  WritePath,
} from '@app/event-store';
import { SystemClock } from '@app/kernel';
import { die, optionsOf, say, told } from './line';
import type { Line } from './line-to-server';
import { type LogAddress, openLog, openLogBehind } from './log';
import { account, pay, paymentEvents } from './payments';

/** Where the clerk dies: at which of its appends, and at which point of it. */
export interface Death {
  readonly point: 'before-append' | 'half-sent' | 'sent' | 'answered' | 'before-reply';
  readonly at: number;
}

/** So many appends apart the line is cut when the answer is on its way. */
export interface Losses {
  readonly every: number;
}

/** One payment; repeated with the same id it is the same payment. */
export interface Payment {
  readonly id: string;
  readonly account: string;
}

interface Options {
  readonly log: LogAddress;
  readonly death?: Death;
  readonly losses?: Losses;
  readonly padding: number;
}

const { log, death, losses, padding } = optionsOf<Options>();

/** The log on a line that fails as told: the process dies at the labelled point of its n-th append, or only the line is cut. */
async function mortalLog(): Promise<EventStore> {
  if (!death && !losses) return openLog(log, 1_500);
  const { log: inner, line } = await openLogBehind(log);
  let appends = 0;
  return new Proxy(inner, {
    get(target, name) {
      if (name !== 'append') return bound(target, name);
      return async (...args: Parameters<EventStore['append']>) => {
        appends += 1;
        if (losses && appends % losses.every === 0) lose(line);
        if (appends !== death?.at) return target.append(...args);
        if (death.point === 'before-append') die();
        if (death.point === 'before-reply') return target.append(...args).then(die);
        line.at(death.point as 'sent', die);
        return target.append(...args);
      };
    },
  });
}

function lose(line: Line): void {
  line.at('answered', () => {
    line.cut();
    say({ kind: 'lost' });
  });
}

function bound(target: EventStore, name: string | symbol): unknown {
  const value: unknown = Reflect.get(target, name);
  return typeof value === 'function' ? (value as () => unknown).bind(target) : value;
}

function contextOf({ id }: Payment): CommandContext {
  const who = { actor: 'thu.quy', onBehalfOf: null, role: 'clerk' };
  return { commandId: id, correlationId: id, causationId: id, ...who };
}

async function main(): Promise<void> {
  const store = await mortalLog();
  const writePath = new WritePath(store, new EventRegistry([...logEvents, ...paymentEvents]), new SystemClock());
  say({ kind: 'ready' });
  for await (const payment of told<Payment>()) {
    const { account: name, id } = payment;
    try {
      const answer = await writePath.execute(account, `account-${name}`, contextOf(payment), () => pay(name, padding));
      say({ kind: 'acknowledged', id, ...answer });
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      say({ kind: 'unavailable', id, why: error.message });
    }
  }
  await store.close();
}

void main();
