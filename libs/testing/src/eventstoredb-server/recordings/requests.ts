import { Empty, StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import {
  AppendReq,
  BatchAppendReq,
  DeleteReq,
  ReadReq,
  TombstoneReq,
} from '@eventstore/db-client/generated/streams_pb';
import { Empty as GoogleEmpty } from 'google-protobuf/google/protobuf/empty_pb';
import { Timestamp } from 'google-protobuf/google/protobuf/timestamp_pb';
import type {
  AppendRequest,
  BatchRequest,
  ManyEvents,
  ReadRequest,
  RecordedEventRequest,
  RecordedExpected,
  RecordedFilter,
} from './recorded-case';

/** Gives the position that a symbol of the recording stands for. */
export type PositionOf = (symbol: string) => bigint;

export function appendRequests(request: AppendRequest, name: string): AppendReq[] {
  const options = new AppendReq.Options().setStreamIdentifier(streamId(request.stream));
  setExpected(options, request.expected);
  const messages = eventsOf(request.events, name).map((event) =>
    new AppendReq().setProposedMessage(fill(new AppendReq.ProposedMessage(), event)),
  );
  return [new AppendReq().setOptions(options), ...messages];
}

export function batchRequests(
  request: BatchRequest,
  name: string,
  final: boolean,
  deadlineMs: number,
): BatchAppendReq[] {
  const options = new BatchAppendReq.Options()
    .setStreamIdentifier(streamId(request.stream))
    .setDeadline(Timestamp.fromDate(new Date(Date.now() + deadlineMs)));
  const { expected } = request;
  if (expected === 'any') options.setAny(new GoogleEmpty());
  else if (expected === 'no_stream') options.setNoStream(new GoogleEmpty());
  else if (expected === 'stream_exists') options.setStreamExists(new GoogleEmpty());
  else if (expected !== undefined) options.setStreamPosition(String(expected));
  const chunks = request.chunks ?? [eventsOf(request.events, name)];
  return chunks.map((events, index) => {
    const chunk = new BatchAppendReq().setCorrelationId(new UUID().setString(request.correlation));
    if (index === 0) chunk.setOptions(options);
    chunk.setProposedMessagesList(events.map((event) => fill(new BatchAppendReq.ProposedMessage(), event)));
    return chunk.setIsFinal(final && index === chunks.length - 1);
  });
}

export function deleteRequest(request: AppendRequest): DeleteReq {
  const options = new DeleteReq.Options().setStreamIdentifier(streamId(request.stream));
  setExpected(options, request.expected);
  return new DeleteReq().setOptions(options);
}

export function tombstoneRequest(request: AppendRequest): TombstoneReq {
  const options = new TombstoneReq.Options().setStreamIdentifier(streamId(request.stream));
  setExpected(options, request.expected);
  return new TombstoneReq().setOptions(options);
}

export function readRequest(request: ReadRequest, subscription: boolean, positionOf: PositionOf): ReadReq {
  const options = new ReadReq.Options();
  if (request.stream === undefined) options.setAll(fromPosition(request, positionOf));
  else options.setStream(fromRevision(request.stream, request.from));
  options.setReadDirection(request.backwards ? 1 : 0);
  if (subscription) options.setSubscription(new ReadReq.Options.SubscriptionOptions());
  else options.setCount(String(request.count ?? Number.MAX_SAFE_INTEGER));
  if (request.filter) options.setFilter(filterOf(request.filter));
  else options.setNoFilter(new Empty());
  if (request.uuid !== 'none') options.setUuidOption(uuidOption(request.uuid));
  const { compat } = request;
  if (compat !== undefined) options.setControlOption(new ReadReq.Options.ControlOption().setCompatibility(compat));
  return new ReadReq().setOptions(options);
}

/** Long names were recorded as their beginning and their length. */
export function streamId(stream: string): StreamIdentifier {
  const long = /^(.*?)(x+)… \((\d+) characters\)$/su.exec(stream);
  const name = long?.[1] === undefined ? stream : long[1].padEnd(Number(long[3]), 'x');
  return new StreamIdentifier().setStreamName(Buffer.from(name).toString('base64'));
}

function eventsOf(events: AppendRequest['events'], name: string): readonly RecordedEventRequest[] {
  if (events === undefined) return [];
  return 'count' in events ? manyEvents(events, name.includes('metadata over')) : events;
}

function manyEvents({ count, firstId, bytesEach }: ManyEvents, inMetadata: boolean): RecordedEventRequest[] {
  const first = BigInt(firstId.slice(-12));
  return Array.from({ length: count }, (_, index) => {
    const small = { data: `{"n":${index + 1}}`, metadata: `{"m":${index + 1}}` };
    const large = JSON.stringify({ x: 'x'.repeat(Math.max(0, bytesEach - small.data.length - 8)) });
    const texts = bytesEach < 100 ? small : inMetadata ? { ...small, metadata: large } : { ...small, data: large };
    const id = firstId.slice(0, -12) + String(first + BigInt(index)).padStart(12, '0');
    return { id, type: 'Recorded', contentType: 'application/json', ...texts };
  });
}

interface ProposedMessage {
  setId(id: UUID): unknown;
  getMetadataMap(): { set(key: string, value: string): unknown };
  setData(data: string): unknown;
  setCustomMetadata(data: string): unknown;
}

function fill<Message extends ProposedMessage>(message: Message, event: RecordedEventRequest): Message {
  if (event.id !== undefined) message.setId(new UUID().setString(event.id));
  if (event.type !== undefined) message.getMetadataMap().set('type', event.type);
  if (event.contentType !== undefined) message.getMetadataMap().set('content-type', event.contentType);
  message.setData(Buffer.from(event.data).toString('base64'));
  message.setCustomMetadata(Buffer.from(event.metadata).toString('base64'));
  return message;
}

interface ExpectedOptions {
  setRevision(revision: string): unknown;
  setNoStream(empty: Empty): unknown;
  setAny(empty: Empty): unknown;
  setStreamExists(empty: Empty): unknown;
}

function setExpected(options: ExpectedOptions, expected: RecordedExpected | undefined): void {
  if (expected === 'any') options.setAny(new Empty());
  else if (expected === 'no_stream') options.setNoStream(new Empty());
  else if (expected === 'stream_exists') options.setStreamExists(new Empty());
  else if (expected !== undefined) options.setRevision(String(expected));
}

function fromPosition({ from }: ReadRequest, positionOf: PositionOf): ReadReq.Options.AllOptions {
  const options = new ReadReq.Options.AllOptions();
  if (from === undefined || from === 'start') return options.setStart(new Empty());
  if (from === 'end') return options.setEnd(new Empty());
  const { commit, prepare } = typeof from === 'object' ? from : { commit: String(from), prepare: String(from) };
  const position = new ReadReq.Options.Position()
    .setCommitPosition(String(positionOf(commit)))
    .setPreparePosition(String(positionOf(prepare)));
  return options.setPosition(position);
}

function fromRevision(stream: string, from: ReadRequest['from']): ReadReq.Options.StreamOptions {
  const options = new ReadReq.Options.StreamOptions().setStreamIdentifier(streamId(stream));
  if (from === undefined || from === 'start') return options.setStart(new Empty());
  return typeof from === 'number' ? options.setRevision(String(from)) : options.setEnd(new Empty());
}

function filterOf({ on, prefix, regex, max, every }: RecordedFilter): ReadReq.Options.FilterOptions {
  const expression = new ReadReq.Options.FilterOptions.Expression();
  if (prefix) expression.setPrefixList([...prefix]);
  if (regex !== undefined) expression.setRegex(regex);
  const filter = new ReadReq.Options.FilterOptions().setMax(max ?? 32).setCheckpointintervalmultiplier(every ?? 1);
  return on === 'type' ? filter.setEventType(expression) : filter.setStreamIdentifier(expression);
}

function uuidOption(form: ReadRequest['uuid']): ReadReq.Options.UUIDOption {
  const option = new ReadReq.Options.UUIDOption();
  return form === 'structured' ? option.setStructured(new Empty()) : option.setString(new Empty());
}
