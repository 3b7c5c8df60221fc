/** How many requests a second are taken in the long run. */
export interface RateLimits {
  readonly perAccount: number;
  /** Of one address, from callers without an account, those with a wrong token among them. */
  readonly perAddress: number;
  /** Failed sign-ins and wrong tokens of one address: so many at once, and in a minute in the long run. Default: 20. */
  readonly failuresPerMinute?: number;
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
    private readonly most: number = perSecond * burstSeconds,
  ) {}

  /** For how many seconds the caller has to wait; takes nothing. */
  waitOf(caller: string): number {
    const left = this.leftOf(caller, this.now());
    return left >= 1 ? 0 : Math.ceil((1 - left) / this.perSecond);
  }

  /** Takes one request. Answers 0, or for how many seconds the caller has to wait. */
  take(caller: string): number {
    const at = this.now();
    const left = this.leftOf(caller, at);
    const taken = left >= 1;
    this.keep(caller, { left: taken ? left - 1 : left, at });
    return taken ? 0 : Math.ceil((1 - left) / this.perSecond);
  }

  private leftOf(caller: string, at: number): number {
    const before = this.buckets.get(caller) ?? { left: this.most, at };
    return Math.min(this.most, before.left + ((at - before.at) / 1000) * this.perSecond);
  }

  /** The last one of the map is the one seen last. */
  private keep(caller: string, bucket: Bucket): void {
    this.buckets.delete(caller);
    this.buckets.set(caller, bucket);
    const [oldest] = this.buckets.keys();
    if (this.buckets.size > mostCallers && oldest !== undefined) this.buckets.delete(oldest);
  }
}

/** All kinds. Also the Nest token. */
export class Rates {
  private readonly accounts: Rate;
  private readonly addresses: Rate;
  private readonly failures: Rate;

  constructor({ perAccount, perAddress, failuresPerMinute = 20 }: RateLimits) {
    this.accounts = new Rate(perAccount);
    this.addresses = new Rate(perAddress);
    this.failures = new Rate(failuresPerMinute / 60, undefined, failuresPerMinute);
  }

  /** Seconds to wait; 0: go on. */
  ofAccount(id: string): number {
    return this.accounts.take(id);
  }

  /** The same for whoever asks from an address without an account. */
  ofAddress(ip: string | undefined): number {
    return this.addresses.take(networkOf(ip ?? ''));
  }

  /** Somebody at the address showed what is no token, or did not come back from signing in as somebody we know. */
  failed(ip: string | undefined): void {
    this.failures.take(networkOf(ip ?? ''));
  }

  /** For how many seconds nobody new is recognised at the address, after so many failures; 0: go on. */
  waitAfterFailures(ip: string | undefined): number {
    return this.failures.waitOf(networkOf(ip ?? ''));
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
