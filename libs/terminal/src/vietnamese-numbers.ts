/** Vietnamese display of numbers that were already rounded (texts with a decimal point, as the API gives them) and of dates. */

const MINUS = '\u2212';

/** `"1234.50"` → `1.234,50`; a negative number gets a true minus. */
export function decimalComma(displayed: string): string {
  const negative = displayed.startsWith('-');
  const [whole = '', fraction] = displayed.replace(/^[-+]/, '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return `${negative ? MINUS : ''}${grouped}${fraction === undefined ? '' : `,${fraction}`}`;
}

/** `"89.45"` → `89,45 %`. */
export function percent(displayed: string): string {
  return `${decimalComma(displayed)} %`;
}

/** Rank change within the block: ▲ places won, ▼ places lost, `=` none, `—` where one of the two ranks is not known. */
export function moveGlyph(places: number | null): string {
  if (places === null) return '—';
  if (places === 0) return '=';
  return places > 0 ? `▲ ${places}` : `▼ ${-places}`;
}

/** `2024-01-31` → `31/01/2024`. */
export function vietnameseDate(date: string): string {
  return date.split('-').reverse().join('/');
}

/** Seconds → `45 giây`, `10 phút 45 giây`, `1 giờ 5 phút`; `—` while the number is not known. */
export function duration(seconds: number): string {
  if (!Number.isFinite(seconds)) return '—';
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} giây`;
  if (whole < 3_600) return `${Math.floor(whole / 60)} phút ${whole % 60} giây`;
  return `${Math.floor(whole / 3_600)} giờ ${Math.floor((whole % 3_600) / 60)} phút`;
}
