import { validate as isUuid } from 'uuid';
import { isPlainObject } from './plain-json';
import type { EventMetadata } from './recorded-event';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

const SHA256 = /^[0-9a-f]{64}$/;

type Check = readonly [isRight: (value: unknown) => boolean, rule: string];

const uuid: Check = [(value) => typeof value === 'string' && isUuid(value), 'a UUID'];
const text: Check = [(value) => typeof value === 'string' && value.trim() !== '', 'a text that is not empty'];
const count: Check = [(value) => Number.isSafeInteger(value) && (value as number) >= 1, 'an integer from 1'];

const CHECKS: Readonly<Record<keyof EventMetadata, Check>> = {
  commandId: uuid,
  correlationId: uuid,
  causationId: uuid,
  actor: text,
  onBehalfOf: [(value) => value === null || text[0](value), 'null or a text that is not empty'],
  role: text,
  commandDigest: [isDigestOrAbsent, 'a SHA-256 in lower-case hexadecimal digits, or absent'],
  schemaVersion: count,
  recordedAt: [isInstant, 'an instant in UTC with milliseconds, such as 2024-01-31T16:59:59.999Z'],
  part: count,
  parts: count,
};

const ALL_CHECKS = Object.entries(CHECKS);

/** What is missing or wrong in an event's metadata, in words; undefined when it is complete. */
export function metadataFault(metadata: unknown): string | undefined {
  if (!isPlainObject(metadata)) return 'metadata is missing';
  for (const [name, [isRight, rule]] of ALL_CHECKS) {
    if (!isRight(metadata[name])) return `metadata.${name} must be ${rule}`;
  }
  return undefined;
}

function isDigestOrAbsent(value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && SHA256.test(value));
}

function isInstant(value: unknown): boolean {
  return typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value));
}
