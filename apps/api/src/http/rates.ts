/** How many requests a second are taken in the long run. */
export interface RateLimits {
  readonly perAccount: number;
  /** Of one address, from callers without an account, those with a wrong token among them. */
  readonly perAddress: number;
}

/** So many seconds' worth may come at once: a page asks many things when it is opened, and then nothing. */
const burstSeconds = 4;
/** Who was not seen for longest is forgotten first: by then the bucket is full again, unless so many are about at once. */
const mostCallers = 20_000;

interface Bucket {
  left: number;
  /** When that was so, ms. */
  at: number;
}

/**
 * A bucket of tokens per caller: each request takes one, and they come back at a steady rate. A count per fixed minute would let through
 * twice as much where two minutes meet. Kept by this process alone: several of them take so much each.
 */
export class Rate {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly perSecond: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Takes one request. Answers 0, or for how many seconds the caller has to wait. */
  take(caller: string): number {
    const at = this.now();
    const most = this.perSecond * burstSeconds;
    const before = this.buckets.get(caller) ?? { left: most, at };
    const left = Math.min(most, before.left + ((at - before.at) / 1000) * this.perSecond);
    const taken = left >= 1;
    this.keep(caller, { left: taken ? left - 1 : left, at });
    return taken ? 0 : Math.ceil((1 - left) / this.perSecond);
  }

  /** The last one of the map is the one seen last. */
  private keep(caller: string, bucket: Bucket): void {
    this.buckets.delete(caller);
    this.buckets.set(caller, bucket);
    const [oldest] = this.buckets.keys();
    if (this.buckets.size > mostCallers && oldest !== undefined) this.buckets.delete(oldest);
  }
}

/** Both kinds. Also the Nest token. */
export class Rates {
  private readonly accounts: Rate;
  private readonly addresses: Rate;

  constructor({ perAccount, perAddress }: RateLimits) {
    this.accounts = new Rate(perAccount);
    this.addresses = new Rate(perAddress);
  }

  /** Seconds to wait; 0: go on. */
  ofAccount(id: string): number {
    return this.accounts.take(id);
  }

  /** The same for whoever asks from an address without an account. */
  ofAddress(ip: string | undefined): number {
    return this.addresses.take(networkOf(ip ?? ''));
  }
}

/** An IPv4 address is one caller; of IPv6 each gets a network of 64 bits to himself. */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped !== undefined) return mapped;
  if (!ip.includes(':')) return ip;
  const [head = '', tail] = ip.split('::');
  const left = head.split(':').filter((part) => part !== '');
  const right = (tail ?? '').split(':').filter((part) => part !== '');
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
}
