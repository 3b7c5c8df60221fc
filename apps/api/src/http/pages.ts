import { ApiHideProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import type { z } from 'zod';
import { InvalidRequest } from './edge-refusal';
import { FormField } from './fields';

const usualLimit = 100;

/** What every list that grows takes in its query string. */
export class PageFilter {
  @FormField('limit', { description: `How many at most; ${usualLimit} when not said`, nullable: true })
  limit: string | null = null;

  @FormField('cursor', {
    description: 'Where to go on: from the address of the next page in Link, never made by hand',
    nullable: true,
  })
  cursor: string | null = null;

  /** Read by the After decorator; named here so that it is not taken for a slip of the pen. */
  @ApiHideProperty()
  @IsOptional()
  after?: string;

  /** Read by the AsOf decorator likewise. */
  @ApiHideProperty()
  @IsOptional()
  asOf?: string;
}

/** Which part of a list is asked for: at most `limit`, those behind the key `behind`. */
export interface PageAsked<Key> {
  readonly limit: number;
  readonly behind: Key | undefined;
}

/** A page of a list, and the key of its last row when there is more. */
export class Paged<Body extends object = object> {
  constructor(
    readonly body: Body,
    readonly last: readonly unknown[] | undefined,
    /** The position that the page is true for, where the body does not tell it. */
    readonly asOf: string | null = null,
  ) {}
}

/** Throws InvalidRequest for a cursor that no page of ours has given. */
export function pageAsked<Key extends readonly unknown[]>(
  { limit, cursor }: PageFilter,
  key: z.ZodType<Key>,
): PageAsked<Key> {
  const behind = cursor === null ? undefined : keyIn(cursor, key);
  return { limit: limit === null ? usualLimit : Number(limit), behind };
}

/** Cuts the rows to the page; they were asked for with one more than fits, which tells whether there is a next page. */
export function cutToPage<Row, Key extends readonly unknown[]>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => Key,
): { readonly rows: readonly Row[]; readonly last: Key | undefined } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, last: rows.length > limit && last !== undefined ? keyOf(last) : undefined };
}

/** Opaque to callers: what it holds may change. */
export function cursorOf(key: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function keyIn<Key>(cursor: string, key: z.ZodType<Key>): Key {
  const parsed = key.safeParse(jsonIn(cursor));
  if (parsed.success) return parsed.data;
  throw foreignCursor();
}

/** Refuses a cursor that no page of the list has given. */
export function foreignCursor(): InvalidRequest {
  const detail = 'không phải con trỏ của danh sách này: dùng nguyên địa chỉ trang sau trong tiêu đề Link';
  return new InvalidRequest([{ field: 'cursor', detail }]);
}

function jsonIn(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
