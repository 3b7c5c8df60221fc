import { checkedDate } from '@app/kernel';
import { Injectable, type PipeTransform } from '@nestjs/common';
import { InvalidRequest } from './edge-refusal';

/** A year in the path: four digits. */
@Injectable()
export class YearPipe implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^(19|20|21)\d{2}$/.test(value))
      throw new InvalidRequest([{ field: 'year', detail: 'phải là năm gồm bốn chữ số, từ 1900 đến 2199' }]);
    return Number(value);
  }
}

/** A day in the path: one that there is. */
@Injectable()
export class DayPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    try {
      return checkedDate('day', value);
    } catch {
      throw new InvalidRequest([{ field: 'day', detail: 'phải là một ngày có thật, dạng 2024-01-31' }]);
    }
  }
}

/** An id in the path. What no stream can be named after exists nowhere, but is told as a fault of form. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(value)) {
      const detail = `mã "${value.slice(0, 64)}" không hợp lệ: chỉ dùng chữ không dấu, chữ số và ". _ -", tối đa 64 ký tự`;
      throw new InvalidRequest([{ field: 'id', detail }]);
    }
    return value;
  }
}

/** An account's id in the path. */
@Injectable()
export class AccountPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (/^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$/.test(value)) return value;
    const detail = 'mã tài khoản không hợp lệ: chỉ dùng chữ không dấu, chữ số và ". _ @ -", tối đa 64 ký tự';
    throw new InvalidRequest([{ field: 'accountId', detail }]);
  }
}

/** A version in the path: a whole number from 1. */
@Injectable()
export class VersionPipe implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^[1-9]\d{0,5}$/.test(value)) {
      throw new InvalidRequest([{ field: 'version', detail: 'phải là số nguyên từ 1' }]);
    }
    return Number(value);
  }
}
