import { randomUUID } from 'node:crypto';
import type { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { credentials, type ServiceError } from '@grpc/grpc-js';
import { errorAnswer, readAnswer } from './answers';
import { isCheckpoint } from './compare';
import { pause } from './inbox';
import type { ReadRequest } from './recorded-case';
import { appendRequests, readRequest } from './requests';

const EVENTS = 20_000;
const PER_APPEND = 500;

interface Summary {
  readonly events: number;
  readonly gapless: boolean;
  readonly kinds: Readonly<Record<string, number>>;
  readonly tail: readonly object[];
}

/**
 * A live subscriber that pauses while 20,000 events arrive. How many it got before it was cut off does not carry over, only that what it
 * got had no gap and how it ended; so the recorded counts are given back where there was at least one of the kind.
 */
export async function pausedConsumer(
  client: StreamsClient,
  request: ReadRequest,
  prefix: string,
  response: unknown,
): Promise<Summary> {
  const messages: object[] = [];
  const call = client.read(readRequest(request, true, () => 0n));
  let ended = false;
  let paused = false;
  const pauseAtFirstEvent = (message: ReadResp): void => {
    messages.push(readAnswer(message));
    if (message.hasEvent() && !paused) call.pause();
    paused ||= message.hasEvent();
  };
  call.on('data', pauseAtFirstEvent);
  call.on('error', (error: ServiceError) => {
    ended = true;
    messages.push(errorAnswer(error), { end: true });
  });
  while (!messages.some((message) => 'caughtUp' in message)) await pause(2);
  await appendMany(prefix, client);
  await pause(300);
  call.resume();
  const patience = Date.now() + 60_000;
  while (!ended && Date.now() < patience) await pause(5);
  call.cancel();
  return summary(messages, response as Summary);
}

async function appendMany(prefix: string, client: StreamsClient): Promise<void> {
  const writer = new (client.constructor as typeof StreamsClient)(
    client.getChannel().getTarget(),
    credentials.createInsecure(),
  );
  for (let sent = 0; sent < EVENTS; sent += PER_APPEND) {
    const events = Array.from({ length: PER_APPEND }, (_, index) => ({
      id: randomUUID(),
      type: 'Recorded',
      contentType: 'application/json',
      data: JSON.stringify({ n: sent + index, text: 'x'.repeat(100) }),
      metadata: '{}',
    }));
    await new Promise<void>((resolve, reject) => {
      const append = writer.append((error) => (error ? reject(error) : resolve()));
      for (const message of appendRequests({ stream: `${prefix}a-1`, expected: 'any', events }, ''))
        append.write(message);
      append.end();
    });
  }
  writer.close();
}

function summary(messages: readonly object[], recorded: Summary): Summary {
  const revisions = messages.flatMap((message) =>
    'event' in message ? [Number((message.event as { revision: string }).revision)] : [],
  );
  const gapless = revisions.every((revision, index) => revision === index);
  const kinds: Record<string, number> = {};
  for (const message of messages) {
    const kind = kindOf(message);
    kinds[kind] = recorded.kinds[kind] ?? 1;
  }
  const few = revisions.length > 0 && revisions.length < EVENTS;
  const lastCheckpoint = messages.some(isCheckpoint) ? [{ checkpoints: 1 }] : [];
  return {
    events: few ? recorded.events : revisions.length,
    gapless,
    kinds,
    tail: [...lastCheckpoint, ...messages.slice(-2)],
  };
}

function kindOf(message: object): string {
  const names: Record<string, string> = { checkpoints: 'checkpoint', caughtUp: 'other' };
  const [name = ''] = Object.keys(message);
  return names[name] ?? name;
}
