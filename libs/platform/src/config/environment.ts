import { isIP } from 'node:net';
import { z } from 'zod';

const postgresUrl = z
  .string()
  .regex(
    /^postgres(ql)?:\/\/[^\s/?#]+(:\d+)?\/[^\s/?#]+(\?\S*)?$/i,
    'phải có dạng postgresql://người:mật-khẩu@máy:5432/cơ-sở-dữ-liệu',
  );

/** One node, several nodes, or a name to discover them by; the names of KurrentDB speak the same protocol. */
const eventStoreUrl = z
  .string()
  .regex(
    /^(esdb|kurrentdb|kurrent|kdb)(\+discover)?:\/\/([^@\s/]+@)?[^@\s/?,:]+(:\d+)?(,[^@\s/?,:]+(:\d+)?)*\/?(\?\S*)?$/i,
    'phải có dạng esdb://máy:2113 hoặc esdb+discover://máy:2113',
  )
  .transform((url) => url.replace(/^(kurrentdb|kurrent|kdb)(?=\+|:)/i, 'esdb'));

const text = z.string().regex(/\S/, 'không được để trống');
const port = z
  .string()
  .regex(/^\d{1,5}$/, 'phải là số từ 0 đến 65535')
  .transform(Number)
  .refine((value) => value <= 65_535, 'phải là số từ 0 đến 65535');

/** Where browsers find the api: a host, without a path. */
const publicUrl = z
  .string()
  .regex(/^https?:\/\/[^\s/?#@]+\/?$/i, 'phải có dạng https://máy, không có đường dẫn')
  .transform((url) => url.replace(/\/$/, ''));

/** How many requests, at once or a second: from 1. */
const atOnce = z
  .string()
  .regex(/^[1-9]\d{0,4}$/, 'phải là số nguyên từ 1 đến 99999')
  .transform(Number);

/** In how many parts read models are kept up. */
const parts = z
  .string()
  .regex(/^([1-9]|[12]\d|3[0-2])$/, 'phải là số nguyên từ 1 đến 32')
  .transform(Number);

const proxies = z
  .string()
  .transform((text) => text.split(',').map((each) => each.trim()))
  .refine(
    (all) => all.every(isAddressOrNetwork),
    'phải là địa chỉ IP hoặc mạng con, cách nhau bằng dấu phẩy: 10.0.0.1,10.1.0.0/16',
  );

function isAddressOrNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

function oneOf<const Value extends string>(...values: Value[]) {
  return z.enum(values, { error: `phải là ${values.join(' hoặc ')}` });
}

/** Every environment variable that the apps read, and nothing else. A variable that is set but empty is an error, not a default. */
export const environment = z.object({
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_OWNER_URL: postgresUrl.optional(),
  EVENTSTORE_URL: eventStoreUrl.optional(),
  HOST: text.default('127.0.0.1'),
  PORT: port.default(3000),
  REQUESTS_AT_ONCE: atOnce.default(256),
  REQUESTS_AT_ONCE_PER_ACCOUNT: atOnce.default(32),
  REQUESTS_PER_SECOND_PER_ACCOUNT: atOnce.default(100),
  REQUESTS_PER_SECOND_PER_ADDRESS: atOnce.default(100),
  TRUSTED_PROXIES: proxies.default([]),
  PAR_PROFILE: oneOf('demo', 'production').default('demo'),
  PROJECTOR: oneOf('inline', 'off').default('inline'),
  PROJECTION_PARTS: parts.optional(),
  ACCOUNTS_FILE: text.optional(),
  OIDC_ISSUERS_FILE: text.optional(),
  PUBLIC_URL: publicUrl.optional(),
  SESSION_KEY_FILE: text.optional(),
  DATA_DIR: text.default('./var'),
  LOG_LEVEL: oneOf('debug', 'info', 'warn', 'error', 'silent').default('info'),
});

export type Environment = z.infer<typeof environment>;
