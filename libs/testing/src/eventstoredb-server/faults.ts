import { type ServiceError, status } from '@grpc/grpc-js';
import { consumerTooSlow, serviceError } from './status';

/** What a test can make go wrong. */
export class Faults {
  /** So many of the next appends are written, but never acknowledged. */
  dropAcknowledgements = 0;
  /** So many of the next appends are refused with "Server Is Not Ready", as during an election. */
  refuseNotReady = 0;
  /** So many of the next appends are answered `Timeout`, and not written. */
  expire = 0;
  /** So many of the next reads fail with an exception that the server has no name for, as in passing trouble. */
  failReads = 0;
  /** Every read and append is refused, as to a user without rights. */
  denyAccess = false;
  /** Acknowledgements of appends wait so many ms; the append is written at once. */
  acknowledgeAfter = 0;
  /** The next questions for the server's features are answered with these codes. */
  readonly featureFailures: status[] = [];
  private readonly subscriptions = new Set<(error?: ServiceError) => void>();
  private frozen: Promise<void> | undefined;
  private release: () => void = () => undefined;

  get isFrozen(): boolean {
    return this.frozen !== undefined;
  }

  /** From now on nothing is answered, though connections stay open. */
  freeze(): void {
    this.frozen ??= new Promise((resolve) => {
      this.release = resolve;
    });
  }

  /** Everything that waited is answered. */
  thaw(): void {
    this.frozen = undefined;
    this.release();
  }

  /** Resolves when requests are answered. */
  async gate(): Promise<void> {
    await this.frozen;
  }

  /** Ends every running subscription: its consumer was too slow, or the node goes away. */
  cutSubscriptions(reason: 'too-slow' | 'unavailable'): void {
    const gone = (): ServiceError => serviceError(status.UNAVAILABLE, 'Server is shutting down.');
    for (const cut of [...this.subscriptions]) cut(reason === 'too-slow' ? consumerTooSlow() : gone());
  }

  get runningSubscriptions(): number {
    return this.subscriptions.size;
  }

  /** Announces a subscription; the answer forgets it again. */
  subscribed(cut: (error?: ServiceError) => void): () => void {
    this.subscriptions.add(cut);
    return () => this.subscriptions.delete(cut);
  }

  /** Takes one of the next `n` from a counter of this object. */
  take(name: 'dropAcknowledgements' | 'refuseNotReady' | 'expire' | 'failReads'): boolean {
    if (this[name] === 0) return false;
    this[name] -= 1;
    return true;
  }
}
