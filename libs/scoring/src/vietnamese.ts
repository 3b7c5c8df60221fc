import { type ExactText, Rational } from '@app/kernel';

/** Decimals shown of a number that no short decimal writes exactly. */
const APPROXIMATE_PLACES = 4;

/** A number as Vietnamese officials write it: decimal comma, true minus. `2/3` becomes `≈ 0,6667`; short decimals stay exact. */
export function spoken(value: Rational): string {
  const exact = value.toString();
  const short = value.rounded(APPROXIMATE_PLACES).equals(value);
  return short ? withComma(exact) : `≈ ${withComma(value.toFixed(APPROXIMATE_PLACES))}`;
}

/** A percentage rounded for display: `89,46 %`. */
export function spokenPercent(value: Rational, places: number): string {
  return `${withComma(value.toFixed(places))} %`;
}

/** Points that somebody gave: `1,5 điểm`; null: `không áp dụng`. */
export function spokenPoints(points: ExactText | null): string {
  return points === null ? 'không áp dụng' : `${spoken(Rational.of(points))} điểm`;
}

/** A calendar date (`2024-05-31`) as `31/05/2024`. */
export function spokenDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day}/${month}/${year}`;
}

/** A list in a sentence: `A, B và C`. */
export function spokenList(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} và ${items.at(-1) ?? ''}`;
}

/** One sentence, ended once. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

function withComma(decimal: string): string {
  return decimal.replace('-', '−').replace('.', ',');
}
