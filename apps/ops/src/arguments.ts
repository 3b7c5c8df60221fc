import { InvalidArgumentError } from 'commander';

/** A year as typed; anything else is named and ends the command with the usage code. */
export function wholeYear(text: string): number {
  if (!/^(19|20|21)\d\d$/.test(text)) throw new InvalidArgumentError('Viết năm bằng bốn chữ số, ví dụ 2024.');
  return parseInt(text, 10);
}
