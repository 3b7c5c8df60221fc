import * as fc from 'fast-check';
import Fraction from 'fraction.js';
import { InvalidNumber, Rational } from '.';

const runs = { numRuns: 5000 };

type Exact = InstanceType<typeof Fraction>;

/** A pair of the same number, ours and the oracle's. */
interface Twin {
  readonly ours: Rational;
  readonly oracle: Exact;
}

/** Small numbers often, so that equal and neighbouring values meet; else up to 24 digits. */
const integer = fc.oneof(fc.bigInt({ min: -3n, max: 3n }), fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }));
const positive = fc.oneof(fc.bigInt({ min: 1n, max: 3n }), fc.bigInt({ min: 1n, max: 10n ** 24n }));
const twin: fc.Arbitrary<Twin> = fc
  .tuple(integer, positive)
  .map(([n, d]) => ({ ours: Rational.ratio(n, d), oracle: new Fraction(n, d) }));
const places = fc.integer({ min: 0, max: 12 });

function textOf(fraction: Exact): string {
  return `${fraction.s * fraction.n}/${fraction.d}`;
}

function fractionText(value: Rational): string {
  return `${value.numerator}/${value.denominator}`;
}

describe('arithmetic agrees with an independent oracle to the last digit', () => {
  const operations: [string, (a: Twin, b: Twin) => [Rational, Exact]][] = [
    ['plus', (a, b) => [a.ours.plus(b.ours), a.oracle.add(b.oracle)]],
    ['minus', (a, b) => [a.ours.minus(b.ours), a.oracle.sub(b.oracle)]],
    ['times', (a, b) => [a.ours.times(b.ours), a.oracle.mul(b.oracle)]],
  ];

  it.each(operations)('%s', (_name, operate) => {
    fc.assert(
      fc.property(twin, twin, (a, b) => {
        const [ours, oracle] = operate(a, b);
        expect(fractionText(ours)).toBe(textOf(oracle));
      }),
      runs,
    );
  });

  it('dividedBy', () => {
    fc.assert(
      fc.property(twin, twin, (a, b) => {
        fc.pre(!b.ours.isZero());
        expect(fractionText(a.ours.dividedBy(b.ours))).toBe(textOf(a.oracle.div(b.oracle)));
      }),
      runs,
    );
  });

  it('compare, and every comparison that rests on it', () => {
    fc.assert(
      fc.property(twin, twin, ({ ours: a, oracle: x }, { ours: b, oracle: y }) => {
        const order = Math.sign(x.compare(y));
        expect(a.compare(b)).toBe(order);
        expect([a.lt(b), a.lte(b), a.equals(b), a.gte(b), a.gt(b)]).toEqual([
          order < 0,
          order <= 0,
          order === 0,
          order >= 0,
          order > 0,
        ]);
      }),
      runs,
    );
  });

  it('sum, whatever the order of the terms', () => {
    const terms = fc.array(twin, { maxLength: 30 });
    const shuffled = terms.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, others]) => {
        const oracle = all.reduce((sum, { oracle: term }) => sum.add(term), new Fraction(0));
        expect(fractionText(Rational.sum(all.map(({ ours }) => ours)))).toBe(textOf(oracle));
        expect(Rational.sum(others.map(({ ours }) => ours)).equals(Rational.sum(all.map(({ ours }) => ours)))).toBe(
          true,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('min and max', () => {
    fc.assert(
      fc.property(fc.array(twin, { minLength: 1, maxLength: 8 }), (all) => {
        const [first, ...rest] = all.map(({ ours }) => ours) as [Rational, ...Rational[]];
        const sorted = [...all].sort((a, b) => a.oracle.compare(b.oracle));
        expect(fractionText(Rational.min(first, ...rest))).toBe(textOf(sorted[0]!.oracle));
        expect(fractionText(Rational.max(first, ...rest))).toBe(textOf(sorted.at(-1)!.oracle));
      }),
      runs,
    );
  });
});

describe('text', () => {
  it('reads back what it prints', () => {
    fc.assert(
      fc.property(twin, ({ ours }) => {
        expect(Rational.of(ours.toString()).equals(ours)).toBe(true);
        expect(JSON.parse(JSON.stringify({ ours }))).toEqual({ ours: ours.toString() });
      }),
      runs,
    );
  });

  it('reads back the sum of a whole rubric of awkward denominators', () => {
    const primes = [99_991n, 99_989n, 99_971n, 99_961n, 99_929n, 99_923n, 99_907n, 99_901n, 99_881n, 99_877n, 99_871n];
    const terms = Array.from({ length: 60 }, (_, index) =>
      Rational.ratio(1n, (primes[index % 11] ?? 1n) ** BigInt(1 + index)),
    );
    const sum = Rational.sum(terms);
    expect(sum.toString().length).toBeGreaterThan(1000);
    expect(Rational.of(sum.toString()).equals(sum)).toBe(true);
    const small = Rational.ratio(1n, 2n ** 200n);
    expect(Rational.of(small.toString()).equals(small)).toBe(true);
  });

  it('reads any decimal as the oracle does', () => {
    const decimal = fc
      .tuple(fc.constantFrom('', '-', '+'), fc.stringMatching(/^\d{1,20}$/), fc.stringMatching(/^(\.\d{1,20})?$/))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(decimal, (text) => {
        expect(fractionText(Rational.of(text))).toBe(textOf(new Fraction(text.replace('+', ''))));
      }),
      runs,
    );
  });

  it('prints the shortest decimal when one exists, else a fraction in lowest terms', () => {
    expect(['4/8', '2/6', '-3/3', '0/7', '00.50', '1.250', '-0'].map((text) => Rational.of(text).toString())).toEqual([
      '0.5',
      '1/3',
      '-1',
      '0',
      '0.5',
      '1.25',
      '0',
    ]);
  });

  it.each([
    '',
    ' ',
    '1,5',
    '1e3',
    '.5',
    '5.',
    '1/0',
    '1/-2',
    '--1',
    '0x10',
    'NaN',
    'Infinity',
    '１',
    '1 000',
    '1/2/3',
    '1\n',
  ])('refuses %j', (text) => {
    expect(() => Rational.of(text)).toThrow(InvalidNumber);
  });

  it('refuses text that no score can be as long as, at once', () => {
    expect(() => Rational.of('9'.repeat(5_000_000))).toThrow(InvalidNumber);
  });

  it('refuses binary floats: they are already inexact', () => {
    for (const value of [0.1, Number.NaN, Infinity, 2 ** 53]) expect(() => Rational.of(value)).toThrow(InvalidNumber);
    expect(Rational.of(-7).toString()).toBe('-7');
    expect(Rational.of(2n ** 70n).toString()).toBe('1180591620717411303424');
  });
});

describe('rounding', () => {
  it('is half away from zero, as the oracle rounds the magnitude', () => {
    fc.assert(
      fc.property(twin, places, ({ ours, oracle }, digits) => {
        const scaled = oracle.abs().mul(new Fraction(10n ** BigInt(digits)));
        const rounded = scaled.add(new Fraction(1, 2)).floor();
        const expected = rounded.div(new Fraction(10n ** BigInt(digits))).mul(new Fraction(oracle.s));
        expect(ours.rounded(digits).compare(Rational.of(textOf(expected)))).toBe(0);
      }),
      runs,
    );
  });

  it('moves a value by at most half a unit of the last place', () => {
    fc.assert(
      fc.property(twin, places, ({ ours }, digits) => {
        const moved = ours.rounded(digits).minus(ours);
        const magnitude = moved.isNegative() ? moved.negated() : moved;
        expect(magnitude.lte(Rational.ratio(1n, 2n * 10n ** BigInt(digits)))).toBe(true);
      }),
      runs,
    );
  });

  it.each([
    ['94.995', 2, '95.00'],
    ['94.994999', 2, '94.99'],
    ['-94.995', 2, '-95.00'],
    ['0.005', 2, '0.01'],
    ['-0.005', 2, '-0.01'],
    ['-0.004', 2, '0.00'],
    ['1.005', 2, '1.01'],
    ['2/3', 2, '0.67'],
    ['2.5', 0, '3'],
    ['-0.4', 0, '0'],
    ['7', 3, '7.000'],
  ])('shows %s to %d places as %s', (text, digits, shown) => {
    expect(Rational.of(text).toFixed(digits)).toBe(shown);
  });
});

describe('exactness that money and posts depend on', () => {
  it('makes two thirds of a point, three times, exactly two', () => {
    const twoThirds = Rational.of('2/3');
    expect(Rational.sum([twoThirds, twoThirds, twoThirds]).equals(Rational.of(2))).toBe(true);
  });

  it('makes 0.1 + 0.2 exactly 0.3', () => {
    expect(Rational.of('0.1').plus(Rational.of('0.2')).toString()).toBe('0.3');
  });

  it('is always in lowest terms with a positive denominator', () => {
    fc.assert(
      fc.property(integer, integer, (n, d) => {
        fc.pre(d !== 0n);
        const { numerator, denominator } = Rational.ratio(n, d);
        expect(denominator > 0n).toBe(true);
        expect(numerator * d).toBe(n * denominator);
        expect(new Fraction(numerator, denominator).d).toBe(denominator);
      }),
      runs,
    );
  });

  it('refuses to divide by zero', () => {
    expect(() => Rational.ratio(1n, 0n)).toThrow(RangeError);
    expect(() => Rational.one.dividedBy(Rational.zero)).toThrow(RangeError);
  });
});
