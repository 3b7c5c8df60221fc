/** An exact number as text: a decimal with a point, or a fraction. */
export const exactPattern = /^[+-]?\d{1,20}(\.\d{1,20}|\/[1-9]\d{0,19})?$/;

const form = 'viết số thập phân "12.5" hoặc phân số "2/3" trong dấu nháy';

/** The first that fits tells what to mend; `text` is the text without spaces at its ends. */
const slips: readonly (readonly [RegExp, (text: string) => string])[] = [
  [/^$/, () => `đang để trống: ${form}`],
  [exactPattern, (text) => `bỏ khoảng trắng: viết "${text}"`],
  [/^[+-]?\d{1,3},\d{3}$/, (text) => `dấu phẩy hiểu được hai cách: viết "${pointed(text)}" hoặc "${joined(text)}"`],
  [/^[+-]?\d{1,20},\d{1,20}$/, (text) => `viết dấu chấm thập phân: "${pointed(text)}"`],
  [/^[+-]?\d{1,3}([.,]\d{3}){2,5}$/, (text) => `bỏ dấu phân cách hàng nghìn: "${joined(text)}"`],
  [/^[+-]?\d+(\.\d+)?e[+-]?\d+$/i, (text) => `không viết dạng số mũ: ${plain(text)}`],
  [/%$/, () => 'bỏ dấu %: viết "87.5" cho 87,5%'],
  [/\/\s*0+$/, () => 'mẫu số phải khác 0'],
  [/^[+-]?\d+([./]\d+)?$/, () => 'mỗi phần của số tối đa 20 chữ số'],
];

/** What to mend in a value that should have been an exact number (Vietnamese). */
export function mendOfExact(value: unknown): string {
  if (typeof value === 'number')
    return `viết số trong dấu nháy${/^-?[\d.]+$/.test(String(value)) ? `: "${value}"` : ''}`;
  if (typeof value !== 'string') return form;
  const text = value.trim();
  const slip = slips.find(([pattern]) => pattern.test(text));
  return slip ? `${quoted(value)}${slip[1](text)}` : `${quoted(value)}không phải số: ${form}`;
}

const pointed = (text: string): string => text.replace(',', '.');
const joined = (text: string): string => text.replace(/[.,]/g, '');

function plain(text: string): string {
  const written = text.length <= 12 ? String(Number(text)) : '';
  return exactPattern.test(written) ? `"${written}"` : form;
}

function quoted(value: string): string {
  return value === '' ? '' : `“${[...value].slice(0, 30).join('')}”: `;
}
