import { createHash } from 'node:crypto';
import type { NationPlan } from './nation-plan';

/** Goes up when the same plan gives other events: a log that was begun by an earlier generator is then another's. */
const GENERATOR = 2;

/** Ids that follow from a plan and a number alone. Their first 32 bits tell any two numbers of a plan apart. */
export class NationIds {
  private readonly event: Series;
  private readonly command: Series;

  constructor(plan: NationPlan) {
    const { seed, provinces, communes, departments, years } = plan;
    const name = [GENERATOR, seed, provinces, communes, departments, years].join('/');
    this.event = new Series(`event/${name}`);
    this.command = new Series(`command/${name}`);
  }

  /** The id of the plan's event with that number, from 1. */
  eventId(number: number): string {
    return this.event.uuid(number);
  }

  /** The id of the command that recorded it. */
  commandId(number: number): string {
    return this.command.uuid(number);
  }
}

/** UUIDs in no visible order, as those of real events are: an index meets them as it would meet those. */
class Series {
  private readonly key: number;
  private readonly tail: string;

  constructor(name: string) {
    const digest = createHash('sha256').update(name).digest('hex');
    this.key = parseInt(digest.slice(0, 8), 16);
    this.tail = `8${digest.slice(8, 11)}-a${digest.slice(11, 14)}-${digest.slice(14, 26)}`;
  }

  uuid(number: number): string {
    const first = mixed((number ^ this.key) >>> 0);
    const second = mixed((first + number) >>> 0);
    return `${hex(first)}-${QUARTERS[second & 0xffff]}-${this.tail}`;
  }
}

/** A permutation of the 32-bit numbers (the finish of MurmurHash3): two numbers never meet. */
export function mixed(number: number): number {
  let bits = number;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** 64 hexadecimal digits that follow from a number: the digest of a file that does not exist. */
export function inventedDigest(from: number): string {
  let text = '';
  for (let word = 0; word < 8; word += 1) text += hex(mixed((from + Math.imul(word + 1, 0x9e3779b9)) >>> 0));
  return text;
}

/** All four-digit hexadecimal numbers: millions of ids are put together from them. */
const QUARTERS = Array.from({ length: 0x10000 }, (_, number) => number.toString(16).padStart(4, '0'));

function hex(number: number): string {
  return `${QUARTERS[number >>> 16]}${QUARTERS[number & 0xffff]}`;
}
