/** Bits per filter: 8 MB, which answers falsely for one new key in a hundred million while it knows one million. */
const BITS = 2 ** 26;
const PROBES = 7;

/**
 * Which keys were ever put away, in a fixed amount of memory however many there are: `no` is certain, `yes` may be wrong (a Bloom
 * filter). Without it every key of an unbounded table would have to be remembered, or asked for.
 */
export class KeyFilter {
  private bits: Uint32Array | undefined;

  /** From now on nothing is certain: after a restart nobody knows what was put away. */
  private knowsNothing = false;

  add(key: string): void {
    this.bits ??= new Uint32Array(BITS / 32);
    for (const bit of probesOf(key)) this.bits[bit >>> 5] = (this.bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }

  mayHold(key: string): boolean {
    const { bits } = this;
    if (this.knowsNothing) return true;
    return bits !== undefined && probesOf(key).every((bit) => ((bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0);
  }

  forgetAll(): void {
    this.knowsNothing = true;
  }
}

function probesOf(key: string): number[] {
  let one = 0x811c9dc5;
  let two = 0x9e3779b9;
  for (let index = 0; index < key.length; index += 1) {
    const code = key.charCodeAt(index);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ code, 0x85ebca6b) ^ (two >>> 13);
  }
  two |= 1;
  return Array.from({ length: PROBES }, (_, probe) => (one + Math.imul(probe, two)) & (BITS - 1));
}
