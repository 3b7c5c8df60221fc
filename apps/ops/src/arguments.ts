import { InvalidArgumentError } from 'commander';

/** A year as typed; anything else is named and ends the command with the usage code. */
export function wholeYear(text: string): number {
  if (!/^(19|20|21)\d\d$/.test(text)) throw new InvalidArgumentError('Viết năm bằng bốn chữ số, ví dụ 2024.');
  return parseInt(text, 10);
}

/** A whole number within limits, as typed: `10000` or `10.000`. Anything else is named and ends the command with the usage code. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = /^\d{1,3}(\.?\d{3})*$|^\d+$/.test(text) ? Number(text.replaceAll('.', '')) : NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Viết một số nguyên từ ${least} đến ${most}.`);
  };
}
