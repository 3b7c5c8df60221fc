import type { Moment, Position } from '@app/event-store';
import { type Instant, vietnamDate, withoutDiacritics } from '@app/kernel';
import { ask, momentValues, printedMoment, ReadYourWrites } from '@app/read-store';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { BlockNotKnown } from '../file-register.errors';
import type { FileState, Wait, Waited } from '../standing/standing';
import { FILES } from './files-sql';

/** One unit's file as it stands. */
export interface ListedFile {
  readonly unitId: string;
  /** As it was last told; null: the unit was never registered. */
  readonly unitName: string | null;
  readonly year: number;
  readonly blockId: string;
  readonly blockName: string | null;
  readonly state: FileState;
  /** Of the results of its block's year. */
  readonly results: 'open' | 'provisional' | 'official';
  readonly submitBy: Instant;
  readonly appraiseBy: Instant;
  /** The event by which it came into its state: of its own stream, or by which its unit ended; `at`: when it did, or the end took effect. */
  readonly since: { readonly position: string; readonly at: Instant };
  /** What it waits for, of whom: nothing when the unit has ended, and once results are official only objections. */
  readonly waits: readonly Wait[];
  /** True: a faulty event stopped this file, and what stands here is from before it. */
  readonly halted: boolean;
}

export interface ListedFiles {
  readonly year: number;
  /** How many there are, of which `files` are a page. */
  readonly total: number;
  /** How many stand in which state, of all states and whatever is waited for. */
  readonly byState: readonly { readonly state: FileState; readonly files: number }[];
  readonly files: readonly ListedFile[];
  /** Position of the log up to which this is true, or the moment asked about, as text. */
  readonly asOf: string | null;
}

export interface FilesAsked {
  readonly year: number;
  /** It is now, or was at the moment asked about: what has lapsed is waited for no more. */
  readonly now: Instant;
  /** Only files of these blocks are shown; null: all. */
  readonly within: readonly string[] | null;
  readonly blockId?: string | undefined;
  readonly state?: FileState | undefined;
  /** Only files that wait for something of these: all that are named at once. */
  readonly by?: Waited | undefined;
  readonly field?: string | undefined;
  /** Every name that a lead agency has had. */
  readonly leadAgency?: readonly string[] | undefined;
  /** A part of the unit's name, with or without diacritics. */
  readonly q?: string | undefined;
  readonly limit: number;
  /** The unit that the page before ended with. */
  readonly behind?: string | undefined;
  readonly asOf?: Moment | undefined;
  /** Up to where the log must have been read for it; default: as far as it was. */
  readonly readTo?: Position | undefined;
  readonly after?: Position | undefined;
}

/**
 * Which files of a year are there, how do they stand, and what waits for whom? In the order of the Vietnamese alphabet, then by unit; with
 * `asOf` as it was known then. Throws BlockNotKnown; with `after`: ReadModelBehind, ReadModelQuarantined.
 */
export class ListFiles extends Query<ListedFiles> {
  constructor(readonly input: FilesAsked) {
    super();
  }
}

@QueryHandler(ListFiles)
export class ListFilesHandler implements IQueryHandler<ListFiles> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readYourWrites: ReadYourWrites,
  ) {}

  async execute({ input }: ListFiles): Promise<ListedFiles> {
    const { year, asOf, blockId = null } = input;
    await this.readYourWrites.waitUntilRead('file_register', input.readTo);
    await this.readYourWrites.waitFor('file_register', input.after);
    const [found] = await ask<Answer>(this.dataSource, FILES, valuesOf(input));
    const { blockKnown, ...files } = found as Answer;
    if (!blockKnown) throw new BlockNotKnown(blockId ?? '');
    return { ...files, year, asOf: asOf === undefined ? files.asOf : printedMoment(asOf) };
  }
}

type Answer = Omit<ListedFiles, 'year'> & { readonly blockKnown: boolean };

/** In the order of the parameters of FILES. */
function valuesOf(input: FilesAsked): unknown[] {
  const { year, now, within, blockId = null, q = '', asOf } = input;
  const { state = null, by = null, field = null, leadAgency = null, behind = null, limit } = input;
  const whichFiles = [year, ...momentValues(asOf), now, vietnamDate(now), within, blockId, withoutDiacritics(q)];
  return [...whichFiles, state, by, field, leadAgency, behind, limit];
}
