import { randomUUID } from 'node:crypto';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb';
import type { AppendResp, BatchAppendResp, DeleteResp, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { type CallOptions, credentials, Metadata, type ServiceError } from '@grpc/grpc-js';
import { appendAnswer, at, batchAnswer, errorAnswer, readAnswer } from './answers';
import { difference, isCheckpoint, Positions } from './compare';
import { Inbox, pause } from './inbox';
import type { AppendRequest, BatchRequest, ReadRequest, RecordedCase, RecordedStep } from './recorded-case';
import { appendRequests, batchRequests, deleteRequest, readRequest, tombstoneRequest } from './requests';
import { pausedConsumer } from './slow-consumer';

const NO_ANSWER_MS = 1_000;
const REFUSED = /BadRequest|MaximumAppendSize/;

/** Sends the requests of one recorded case over bare gRPC; says where the answers differ, undefined when they do not. */
export async function replay(recorded: RecordedCase, address: string): Promise<string | undefined> {
  const client = new StreamsClient(address, credentials.createInsecure());
  const run = new Replay(recorded, client);
  try {
    for (const [index, step] of recorded.steps.entries()) {
      const found = await run.step(step);
      if (found) return `step ${index + 1}, ${step.call}: ${found}`;
    }
    return run.positions.inOrder ? undefined : 'positions are not in log order';
  } finally {
    run.end();
    client.close();
  }
}

type Callback<Response> = (error: ServiceError | null, response?: Response) => void;

class Replay {
  readonly positions = new Positions();
  private readonly inboxes = new Map<string, Inbox>();

  constructor(
    private readonly recorded: RecordedCase,
    private readonly client: StreamsClient,
  ) {}

  async step({ call, request, response }: RecordedStep): Promise<string | undefined> {
    const answer = await this.answer(call, request, response);
    return response === undefined ? undefined : difference(response, answer, this.positions);
  }

  end(): void {
    for (const inbox of this.inboxes.values()) inbox.call.cancel();
  }

  private answer(call: string, request: unknown, response: unknown): Promise<unknown> {
    switch (call) {
      case 'append':
        return this.append(request as AppendRequest);
      case 'append, deadline 1 ms':
        return this.append(this.anyAppend(), { deadline: Date.now() + 1 });
      case 'batchAppend':
        return this.batchAppend(request as BatchRequest[], response as readonly unknown[]);
      case 'race':
        return this.race(request as AppendRequest & { clients: number });
      case 'delete':
      case 'tombstone':
        return this.remove(call, request as AppendRequest);
      case 'read':
        return this.read(request as ReadRequest);
      case 'subscribe':
        return this.subscribe(request as ReadRequest);
      case 'messages':
        return this.messages(request as { of: string }, response as readonly unknown[]);
      case 'subscribe, consumer paused 3 s':
        return pausedConsumer(this.client, request as ReadRequest, this.recorded.prefix, response);
      default:
        throw new Error(`A recorded call that nothing replays: ${call}`);
    }
  }

  private append(request: AppendRequest, options: CallOptions = {}): Promise<object> {
    return this.unary<AppendResp>(appendAnswer, (callback) => {
      const call = this.client.append(new Metadata(), options, callback);
      for (const message of appendRequests(request, this.recorded.name)) call.write(message);
      call.end();
    });
  }

  private remove(call: 'delete' | 'tombstone', request: AppendRequest): Promise<object> {
    const removed = (response: Pick<DeleteResp, 'getPosition'>): object => ({
      removed: at(response.getPosition()?.getCommitPosition()),
    });
    return this.unary(removed, (callback: Callback<Pick<DeleteResp, 'getPosition'>>) => {
      if (call === 'delete') this.client.delete(deleteRequest(request), callback);
      else this.client.tombstone(tombstoneRequest(request), callback);
    });
  }

  private unary<Response>(
    read: (response: Response) => object,
    send: (callback: Callback<Response>) => void,
  ): Promise<object> {
    return new Promise((resolve) => {
      send((error, response) => resolve(response === undefined ? errorAnswer(error as ServiceError) : read(response)));
    });
  }

  /** Answers come in any order: told apart by correlation id, and brought into the recorded order. */
  private async batchAppend(requests: readonly BatchRequest[], response: readonly unknown[]): Promise<object[]> {
    const metadata = new Metadata();
    if (this.recorded.name.includes('requires-leader')) metadata.set('requires-leader', 'true');
    const call = this.client.batchAppend(metadata);
    const answers: object[] = [];
    call.on('data', (answer: BatchAppendResp) => answers.push(batchAnswer(answer)));
    call.on('error', (error: ServiceError) => answers.push(errorAnswer(error)));
    const final = !this.recorded.name.includes('never final');
    const deadlineMs = batchDeadlineMs(final, response);
    for (const request of requests) {
      for (const chunk of batchRequests(request, this.recorded.name, final, deadlineMs)) call.write(chunk);
    }
    const patience = Date.now() + 60_000;
    while (answers.length < response.length && Date.now() < patience) await pause(1);
    // A refusal may be answered once more at the deadline: long enough to see an answer too many.
    if (REFUSED.test(JSON.stringify(response))) await pause(deadlineMs + 200);
    call.end();
    call.cancel();
    return answers.sort((a, b) => indexIn(response, a) - indexIn(response, b));
  }

  private async race({ clients, stream, expected }: AppendRequest & { clients: number }): Promise<object> {
    const one = (): AppendRequest => ({ ...this.anyAppend(), stream, expected: expected ?? 'any' });
    const answers = await Promise.all(Array.from({ length: clients }, () => this.append(one())));
    const refusals = answers.filter((answer) => 'wrongExpectedVersion' in answer);
    return { accepted: clients - refusals.length, refused: refusals.length, refusal: refusals[0] };
  }

  private read(request: ReadRequest): Promise<object[]> {
    const options = request.deadlineMs === undefined ? {} : { deadline: Date.now() + NO_ANSWER_MS };
    // Some reads are left without any answer.
    const deadline = request.filter?.max === 0 ? { deadline: Date.now() + NO_ANSWER_MS } : options;
    const message = readRequest(request, false, (symbol) => this.positions.of(symbol));
    return new Promise((resolve) => {
      const answers: object[] = [];
      const call = this.client.read(message, new Metadata(), deadline);
      call.on('data', (answer: ReadResp) => answers.push(readAnswer(answer)));
      call.on('error', (error: ServiceError) => resolve([...answers, errorAnswer(error)]));
      call.on('end', () => resolve(answers));
    });
  }

  private subscribe(request: ReadRequest): Promise<void> {
    const message = readRequest(request, true, (symbol) => this.positions.of(symbol));
    this.inboxes.set(request.as ?? '', new Inbox(this.client.read(message)));
    return Promise.resolve();
  }

  private async messages({ of }: { of: string }, response: readonly unknown[]): Promise<object[]> {
    const inbox = this.inboxes.get(of);
    if (!inbox) throw new Error(`No subscription named ${of}`);
    const checkpoints = response.filter(isCheckpoint).length;
    // The real server wrote about itself meanwhile; here somebody has to.
    if (checkpoints === response.length) await this.appendOthers();
    return inbox.take(response.length - checkpoints, checkpoints > 0);
  }

  private async appendOthers(): Promise<void> {
    for (let count = 0; count < 40; count += 1) await this.append({ ...this.anyAppend(), stream: '$others' });
  }

  private anyAppend(): AppendRequest {
    const event = { id: randomUUID(), type: 'Recorded', contentType: 'application/json', data: '{}', metadata: '{}' };
    return { stream: `${this.recorded.prefix}any-1`, expected: 'any', events: [event] };
  }
}

/** Soon where the deadline itself is awaited; else a busy machine has time to take the whole request before. */
function batchDeadlineMs(final: boolean, response: unknown): number {
  const answers = JSON.stringify(response);
  if (!final || answers.includes('BadRequest')) return 600;
  return REFUSED.test(answers) ? 2_000 : 10_000;
}

function indexIn(response: readonly unknown[], answer: object): number {
  const key = (value: unknown): string => {
    const { correlation, error } = value as { correlation?: string; error?: { name?: string } };
    return `${correlation ?? ''} ${error?.name ?? ''}`;
  };
  return response.findIndex((recorded) => key(recorded) === key(answer));
}
