import { UUID } from '@eventstore/db-client/generated/shared_pb';
import type { Status } from '@eventstore/db-client/generated/status_pb';
import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import type { ServerDuplexStream } from '@grpc/grpc-js';
import {
  accessDenied,
  acknowledgement,
  badRequest,
  deleted,
  notReady,
  refusal,
  timeout,
  tooLarge,
  wrongExpectedVersion,
} from './batch-append-response';
import type { Expected, ProposedEvent } from './log-record';
import { type EventFault, proposedEvent, uuidText } from './proposed-event';
import { leaderFault, type ServerContext } from './server-context';
import { isTooLarge } from './size';
import { expectedOf, textOf } from './wire';

export type BatchCall = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

const REASONS: Record<EventFault, string> = {
  'no-type': 'The given key was not present in the dictionary.',
  'no-content-type': 'The given key was not present in the dictionary.',
  'empty-type': "Empty eventType provided. (Parameter 'eventType')",
  'no-id': "Value cannot be null. (Parameter 'dto')",
  'bad-id': 'Unrecognized Guid format.',
  'empty-id': "Empty eventId provided. (Parameter 'eventId')",
};

/** streams.BatchAppend: many appends over one long call, each answered by its correlation id, in any order. */
export function batchAppendCall(call: BatchCall, context: ServerContext): void {
  const fault = leaderFault(call.metadata, context);
  if (fault) {
    call.emit('error', fault);
    return;
  }
  const batches = new BatchAppends(call, context);
  call.on('data', (request: BatchAppendReq) => void batches.take(request));
  call.on('end', () => call.end());
  call.on('error', () => undefined);
}

/** A request whose last chunk has not come yet. */
interface Unfinished {
  readonly correlation: UUID;
  readonly stream: string;
  readonly expected: Expected;
  readonly events: ProposedEvent[];
  readonly deadline: NodeJS.Timeout;
}

class BatchAppends {
  private readonly unfinished = new Map<string, Unfinished>();

  constructor(
    private readonly call: BatchCall,
    private readonly context: ServerContext,
  ) {}

  async take(request: BatchAppendReq): Promise<void> {
    if (this.context.faults.isFrozen) await this.context.faults.gate();
    const pending = this.pendingFor(request);
    for (const message of request.getProposedMessagesList()) {
      const event = proposedEvent(message);
      // Answered now, and once more at the deadline: the request stays unfinished.
      if (typeof event === 'string') return this.refuse(pending, badRequest(REASONS[event]));
      pending.events.push(event);
    }
    if (request.getIsFinal()) this.finish(pending);
  }

  private pendingFor(request: BatchAppendReq): Unfinished {
    const correlation = request.getCorrelationId() ?? new UUID();
    const id = uuidText(correlation) ?? '';
    const known = this.unfinished.get(id);
    if (known) return known;
    const options = request.getOptions();
    const deadline = options?.getDeadline()?.toDate().getTime() ?? Date.now() + 10_000;
    const begun: Unfinished = {
      correlation,
      stream: textOf(options?.getStreamIdentifier()),
      expected: expectedOf(options) ?? 'any',
      events: [],
      deadline: setTimeout(() => this.expire(id), Math.max(0, deadline - Date.now())),
    };
    begun.deadline.unref();
    this.unfinished.set(id, begun);
    return begun;
  }

  private expire(id: string): void {
    const pending = this.unfinished.get(id);
    this.unfinished.delete(id);
    if (pending) this.refuse(pending, timeout());
  }

  private finish(pending: Unfinished): void {
    clearTimeout(pending.deadline);
    this.unfinished.delete(uuidText(pending.correlation) ?? '');
    const { log, faults, behaviour, isLed } = this.context;
    const { stream, expected, events } = pending;
    if (stream === '') return this.refuse(pending, badRequest("Value cannot be null. (Parameter 'value')"));
    if (isTooLarge(events, behaviour)) return this.refuse(pending, tooLarge());
    if (faults.denyAccess) return this.refuse(pending, accessDenied());
    if (faults.take('expire')) return this.refuse(pending, timeout());
    if (!isLed() || faults.take('refuseNotReady')) return this.refuse(pending, notReady());
    const outcome = log.append(stream, expected, events);
    if (outcome.kind === 'stream-deleted') return this.refuse(pending, deleted(stream));
    if (outcome.kind === 'wrong-expected-version') {
      return this.refuse(pending, wrongExpectedVersion(outcome.current, expected));
    }
    if (faults.take('dropAcknowledgements')) return;
    // Acknowledgements wait for the disk, refusals do not: they overtake.
    const acknowledge = (): void => this.answer(acknowledgement(pending, outcome));
    if (faults.acknowledgeAfter > 0) setTimeout(acknowledge, faults.acknowledgeAfter);
    else setImmediate(acknowledge);
  }

  private refuse(pending: Unfinished, error: Status): void {
    this.answer(refusal(pending, error));
  }

  private answer(response: BatchAppendResp): void {
    if (!this.call.cancelled && !this.call.destroyed) this.call.write(response);
  }
}
