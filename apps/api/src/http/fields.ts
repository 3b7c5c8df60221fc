import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, type TransformFnParams, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { exactPattern, mendOfExact } from './exact-number';
import { isVisible, printable } from './visible-text';

/** What can be said about any field: its meaning for the document, and whether it may be null or left out. */
export interface FieldOptions {
  readonly description: string;
  readonly example?: unknown;
  /** May be null, and may be left out, which means null; `written`: the null decides something, so that it has to be sent. */
  readonly nullable?: boolean | 'written';
}

const shapes = {
  key: {
    pattern: /^[a-z0-9][a-z0-9_]{0,63}$/,
    mend: 'chỉ dùng chữ thường không dấu, chữ số và dấu "_", tối đa 64 ký tự',
    example: 'so_noi_vu',
  },
  code: {
    pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
    mend: 'chỉ dùng chữ không dấu, chữ số và ". _ -", tối đa 64 ký tự',
    example: 'A1',
  },
  date: {
    pattern: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
    mend: 'viết ngày dạng 2024-01-31',
    example: '2024-01-31',
  },
  instant: {
    pattern: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
    mend: 'viết thời điểm UTC dạng 2024-01-31T16:59:59.999Z',
    example: '2024-12-31T17:00:00.000Z',
  },
  exact: { pattern: exactPattern, mend: ({ value }: { value: unknown }) => mendOfExact(value), example: '12.5' },
  sha256: {
    pattern: /^[0-9a-f]{64}$/,
    mend: 'viết mã SHA-256 gồm 64 chữ số thập lục phân thường',
    example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  },
  year: { pattern: /^(19|20|21)\d{2}$/, mend: 'viết năm gồm bốn chữ số, từ 1900 đến 2199', example: '2024' },
  position: { pattern: /^\d{1,19}$/, mend: 'phải là vị trí (position) mà một thao tác ghi đã trả về', example: '42' },
  limit: { pattern: /^([1-9]\d?|[1-4]\d\d|500)$/, mend: 'viết số nguyên từ 1 đến 500', example: '100' },
  cursor: {
    pattern: /^[A-Za-z0-9_-]{1,600}$/,
    mend: 'dùng nguyên con trỏ đã nhận trong tiêu đề Link',
    example: 'WyJhIl0',
  },
  uuid: {
    pattern: /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
    mend: 'viết một UUID',
    example: '0190b7a4-0000-7000-8000-000000000001',
  },
} as const;

/** Free text of 1 to `max` characters; brought to Unicode form NFC and trimmed. */
export const TextField = (options: FieldOptions & { max?: number }) =>
  field(
    { type: String, minLength: 1, maxLength: options.max ?? 2000 },
    options,
    Transform(normalised),
    IsString({ message: 'phải là văn bản' }),
    Length(1, options.max ?? 2000, { message: `phải có từ 1 đến ${options.max ?? 2000} ký tự` }),
    Matches(printable, { message: 'không được chứa ký tự điều khiển, ký tự ẩn hoặc ký tự đổi chiều chữ' }),
    ValidateBy(
      { name: 'visible', validator: { validate: isVisible } },
      { message: 'cần ít nhất một ký tự nhìn thấy được' },
    ),
  );

/** Text of one of the forms above: an id (`key`, `code`), a date, an instant, an exact number, a digest. */
export const FormField = (form: keyof typeof shapes, options: FieldOptions) =>
  field(
    { type: String, pattern: shapes[form].pattern.source },
    { example: shapes[form].example, ...options },
    IsString({ message: shapes[form].mend }),
    Matches(shapes[form].pattern, { message: shapes[form].mend }),
  );

/** A deadline as a person sets it: an instant, before which something may be done. */
export const DeadlineField = (description: string) =>
  FormField('instant', {
    description: `${description}; if its last day is a day off, before the end of the next working day`,
  });

/** One of a list of words. */
export const ChoiceField = (choices: readonly string[], options: FieldOptions) =>
  field(
    { type: String, enum: [...choices] },
    options,
    IsIn([...choices], { message: `chọn một trong: ${choices.join(', ')}` }),
  );

/** A whole number from `min` to `max`. */
export const WholeField = (min: number, max: number, options: FieldOptions) =>
  field(
    { type: 'integer', minimum: min, maximum: max },
    options,
    IsInt({ message: 'phải là số nguyên' }),
    Min(min, { message: `không nhỏ hơn ${min}` }),
    Max(max, { message: `không lớn hơn ${max}` }),
  );

/** An assessment year. */
export const YearField = (options: FieldOptions = { description: 'Assessment year (năm đánh giá)', example: 2024 }) =>
  WholeField(1900, 2200, options);

export const FlagField = (options: FieldOptions) =>
  field({ type: Boolean }, options, IsBoolean({ message: 'phải là true hoặc false' }));

/** A nested object of its own class. */
export const ObjectField = (type: () => new () => object, options: FieldOptions) =>
  field(
    { type: () => type() },
    options,
    IsObject({ message: 'phải là một đối tượng JSON' }),
    ValidateNested(),
    Type(type),
  );

/** A list of `min` to `max` objects of one class. */
export const ListField = (type: () => new () => object, options: FieldOptions & { min?: number; max: number }) =>
  field(
    { type: () => type(), isArray: true, minItems: options.min ?? 0, maxItems: options.max },
    options,
    ...list(options),
    ValidateNested({ each: true }),
    IsObject({ each: true, message: 'mỗi phần tử phải là một đối tượng JSON' }),
    Type(type),
  );

/** A list of texts, each matching `pattern`. */
export const TextListField = (pattern: RegExp, mend: string, options: FieldOptions & { min?: number; max: number }) =>
  field(
    { type: String, isArray: true, minItems: options.min ?? 0, maxItems: options.max },
    options,
    ...list(options),
    IsString({ each: true, message: 'mỗi phần tử phải là văn bản' }),
    Matches(pattern, { each: true, message: mend }),
  );

function list({ min = 0, max }: { min?: number; max: number }): PropertyDecorator[] {
  return [
    IsArray({ message: 'phải là một danh sách' }),
    ArrayMinSize(min, { message: `cần ít nhất ${min} phần tử` }),
    ArrayMaxSize(max, { message: `tối đa ${max} phần tử` }),
  ];
}

/** The field for the document and for validation. Left out and nullable, it becomes null, unless the null has to be written. */
export function field(
  shape: ApiPropertyOptions,
  options: FieldOptions,
  ...checks: PropertyDecorator[]
): PropertyDecorator {
  const { description, example, nullable = false } = options;
  const may = { nullable: nullable !== false, required: nullable !== true };
  const property = { ...shape, description, ...may, ...(example !== undefined && { example }) };
  const presence = nullable === true ? IsOptional() : ValidateIf((_body, value) => !nullable || value !== null);
  return applyDecorators(ApiProperty(property as ApiPropertyOptions), presence, ...checks);
}

function normalised({ value }: TransformFnParams): unknown {
  return typeof value === 'string' ? value.normalize('NFC').trim() : value;
}
