/** Bits per filter: 4 MB, which answers falsely for one new key in a hundred thousand while it knows one million. */
const BITS = 2 ** 25;
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
    const [first, step] = placesOf(key);
    for (let probe = 0; probe < PROBES; probe += 1) {
      const place = (first + probe * step) & (BITS - 1);
      this.bits[place >>> 5] = (this.bits[place >>> 5] ?? 0) | (1 << (place & 31));
    }
  }

  mayHold(key: string): boolean {
    if (this.knowsNothing) return true;
    if (!this.bits) return false;
    const [first, step] = placesOf(key);
    for (let probe = 0; probe < PROBES; probe += 1) {
      const place = (first + probe * step) & (BITS - 1);
      if (((this.bits[place >>> 5] ?? 0) & (1 << (place & 31))) === 0) return false;
    }
    return true;
  }

  forgetAll(): void {
    this.knowsNothing = true;
  }
}

/** Where a key's first bit stands, and how far the others are apart. */
function placesOf(key: string): [first: number, step: number] {
  let one = 0x811c9dc5;
  let two = 0x9e3779b9;
  for (let index = 0; index < key.length; index += 1) {
    const code = key.charCodeAt(index);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ code, 0x85ebca6b) ^ (two >>> 13);
  }
  // Whole 32-bit numbers, so that adding the step a few times stays exact.
  return [one >>> 0, (two | 1) >>> 0];
}
