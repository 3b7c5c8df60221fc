/** An exact number written as text: a decimal (`-1.25`) or a fraction in lowest terms (`2/3`). JSON and events carry this. */
export type ExactText = string;

export class InvalidNumber extends Error {
  constructor(readonly text: string) {
    super(`Not an exact number: ${JSON.stringify(text)}. Write a decimal such as "12.5" or a fraction such as "2/3".`);
  }
}

/** Long enough for any sum of scores: the denominators of a whole rubric multiply. Longer text is refused before it costs time. */
const LONGEST_TEXT = 20_000;
/** So many short texts are remembered with their values: points are the same few numbers again and again. */
const REMEMBERED = 4096;
const SHORT_TEXT = 12;
const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;
const FRACTION = /^([+-]?\d+)\/(\d+)$/;

/** An exact rational number; immutable, always in lowest terms with a positive denominator. Never a binary float. */
export class Rational {
  static readonly zero = new Rational(0n, 1n);
  static readonly one = new Rational(1n, 1n);

  private static readonly remembered = new Map<ExactText, Rational>();

  /** Once it was asked for. */
  #text: ExactText | undefined;

  private constructor(
    readonly numerator: bigint,
    readonly denominator: bigint,
  ) {}

  /** From text (`"12.5"`, `"2/3"`), a bigint, or a safe integer. A number with a fractional part is refused: it is already inexact. */
  static of(value: ExactText | bigint | number | Rational): Rational {
    if (value instanceof Rational) return value;
    if (typeof value === 'bigint') return new Rational(value, 1n);
    if (typeof value === 'number') {
      if (!Number.isSafeInteger(value)) throw new InvalidNumber(String(value));
      return new Rational(BigInt(value), 1n);
    }
    const known = Rational.remembered.get(value);
    if (known) return known;
    const parsed = Rational.parse(value);
    if (value.length <= SHORT_TEXT && Rational.remembered.size < REMEMBERED) Rational.remembered.set(value, parsed);
    return parsed;
  }

  /** The quotient of two integers. Throws RangeError when the denominator is zero. */
  static ratio(numerator: bigint, denominator: bigint): Rational {
    if (denominator === 1n) return new Rational(numerator, 1n);
    if (denominator === 0n) throw new RangeError('Division by zero');
    const sign = denominator < 0n ? -1n : 1n;
    const divisor = greatestCommonDivisor(numerator, denominator) * sign;
    return new Rational(numerator / divisor, denominator / divisor);
  }

  /** Brought to lowest terms once, at the end: terms of one denominator need no more than their numerators added. */
  static sum(values: Iterable<Rational>): Rational {
    let [numerator, denominator] = [0n, 1n];
    for (const value of values) {
      if (value.denominator === denominator) numerator += value.numerator;
      else if (denominator % value.denominator === 0n) {
        numerator += value.numerator * (denominator / value.denominator);
      } else {
        numerator = numerator * value.denominator + value.numerator * denominator;
        denominator *= value.denominator;
      }
    }
    return Rational.ratio(numerator, denominator);
  }

  static min(first: Rational, ...rest: Rational[]): Rational {
    return rest.reduce((least, value) => (value.lt(least) ? value : least), first);
  }

  static max(first: Rational, ...rest: Rational[]): Rational {
    return rest.reduce((most, value) => (value.gt(most) ? value : most), first);
  }

  plus(other: Rational): Rational {
    return Rational.ratio(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  minus(other: Rational): Rational {
    return this.plus(other.negated());
  }

  times(other: Rational): Rational {
    return Rational.ratio(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  /** Throws RangeError when `other` is zero. */
  dividedBy(other: Rational): Rational {
    return Rational.ratio(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  negated(): Rational {
    return new Rational(-this.numerator, this.denominator);
  }

  compare(other: Rational): -1 | 0 | 1 {
    const difference = this.numerator * other.denominator - other.numerator * this.denominator;
    if (difference === 0n) return 0;
    return difference < 0n ? -1 : 1;
  }

  equals(other: Rational): boolean {
    return this.compare(other) === 0;
  }

  lt(other: Rational): boolean {
    return this.compare(other) < 0;
  }

  lte(other: Rational): boolean {
    return this.compare(other) <= 0;
  }

  gt(other: Rational): boolean {
    return this.compare(other) > 0;
  }

  gte(other: Rational): boolean {
    return this.compare(other) >= 0;
  }

  isZero(): boolean {
    return this.numerator === 0n;
  }

  isNegative(): boolean {
    return this.numerator < 0n;
  }

  /** Rounded once, half away from zero (the half-up of Vietnamese decisions): `Rational.of('94.995').toFixed(2)` is `"95.00"`. */
  toFixed(places: number): string {
    const scale = 10n ** BigInt(places);
    const magnitude = this.numerator < 0n ? -this.numerator : this.numerator;
    const rounded = (2n * magnitude * scale + this.denominator) / (2n * this.denominator);
    const digits = rounded.toString().padStart(places + 1, '0');
    const sign = this.numerator < 0n && rounded !== 0n ? '-' : '';
    return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
  }

  /** The value rounded to `places`, as a Rational: for rules that decide by the displayed value. */
  rounded(places: number): Rational {
    return Rational.of(this.toFixed(places));
  }

  /** Exact text: the shortest decimal when it terminates, else `n/d`. `Rational.of(x.toString())` equals x. */
  toString(): ExactText {
    return (this.#text ??= this.written());
  }

  private written(): ExactText {
    const places = decimalPlaces(this.denominator);
    return places === undefined ? `${this.numerator}/${this.denominator}` : this.toFixed(places);
  }

  toJSON(): ExactText {
    return this.toString();
  }

  private static parse(text: string): Rational {
    if (text.length > LONGEST_TEXT) throw new InvalidNumber(`${text.slice(0, 40)}…`);
    const decimal = DECIMAL.exec(text);
    if (decimal) {
      const [, sign, whole = '', fraction = ''] = decimal;
      return Rational.ratio(BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}`), 10n ** BigInt(fraction.length));
    }
    const fraction = FRACTION.exec(text);
    if (!fraction || BigInt(fraction[2] ?? '0') === 0n) throw new InvalidNumber(text);
    return Rational.ratio(BigInt(fraction[1] ?? '0'), BigInt(fraction[2] ?? '1'));
  }
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}

/** How many decimals write 1/denominator exactly; undefined when no finite number does. */
function decimalPlaces(denominator: bigint): number | undefined {
  let [rest, twos, fives] = [denominator, 0, 0];
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}
