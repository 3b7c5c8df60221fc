import { exactPattern, mendOfExact } from './exact-number';

it.each<[unknown, string]>([
  ['1,5', '“1,5”: viết dấu chấm thập phân: "1.5"'],
  ['1,234', '“1,234”: dấu phẩy hiểu được hai cách: viết "1.234" hoặc "1234"'],
  ['1.234.567', '“1.234.567”: bỏ dấu phân cách hàng nghìn: "1234567"'],
  ['1e3', '“1e3”: không viết dạng số mũ: "1000"'],
  ['', 'đang để trống: viết số thập phân "12.5" hoặc phân số "2/3" trong dấu nháy'],
  [' 1.5 ', '“ 1.5 ”: bỏ khoảng trắng: viết "1.5"'],
  [0.5, 'viết số trong dấu nháy: "0.5"'],
  ['95%', '“95%”: bỏ dấu %: viết "87.5" cho 87,5%'],
  ['1/0', '“1/0”: mẫu số phải khác 0'],
  ['một', '“một”: không phải số: viết số thập phân "12.5" hoặc phân số "2/3" trong dấu nháy'],
])('says of %j what to mend', (value, mend) => {
  expect(typeof value === 'string' && exactPattern.test(value)).toBe(false);
  expect(mendOfExact(value)).toBe(mend);
});
