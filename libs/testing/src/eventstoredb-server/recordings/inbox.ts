import type { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { ClientReadableStream, ServiceError } from '@grpc/grpc-js';
import { errorAnswer, readAnswer } from './answers';
import { isCheckpoint } from './compare';

const QUIET_MS = 30;
const PATIENCE_MS = 60_000;

/** Collects what a subscription delivers, in order, an error and the end included. */
export class Inbox {
  private messages: object[] = [];

  constructor(readonly call: ClientReadableStream<ReadResp>) {
    call.on('data', (message: ReadResp) => this.messages.push(readAnswer(message)));
    call.on('error', (error: ServiceError) => this.messages.push(errorAnswer(error), { end: true }));
  }

  /** Waits for so many messages (checkpoints aside), and a moment longer to see that no more come; takes them all. */
  async take(count: number, checkpoints: boolean): Promise<object[]> {
    const deadline = Date.now() + PATIENCE_MS;
    const arrived = (): number => this.messages.filter((message) => !isCheckpoint(message)).length;
    const complete = (): boolean => arrived() >= count && (!checkpoints || this.messages.some(isCheckpoint));
    while (!complete() && Date.now() < deadline) await pause(2);
    await pause(QUIET_MS);
    const taken = this.messages;
    this.messages = [];
    return taken;
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
