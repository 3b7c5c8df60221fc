import { GetFlags } from '@app/accountability';
import type { Moment, Position } from '@app/event-store';
import { GetNotices } from '@app/notices';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { inLogOrder, type ListedKey, type ListedNotice, listedSaid, listedTurn } from './listed-notice';
import { proposalNotices } from './proposal-notices';

export interface AskedNotices {
  readonly unitId: string;
  readonly year: number | undefined;
  /** Whether proposals are shown: not to everybody who works for the unit. */
  readonly proposals: boolean;
  readonly limit: number;
  /** The notice that the page before ended with. */
  readonly behind: ListedKey | undefined;
  readonly after: Position | undefined;
  readonly asOf?: Moment;
  readonly readTo?: Position;
}

export interface ListedNotices {
  readonly notices: readonly ListedNotice[];
  /** Position of the log up to which this is true, or the moment asked about, as text. */
  readonly asOf: string | null;
}

/**
 * What a unit has to know of, in the order of the log: what events say to it, and the turns of its proposals. These are the flags of
 * accountability, read from there: nothing judges a second time.
 */
@Injectable()
export class UnitNotices {
  constructor(private readonly queries: QueryBus) {}

  /** At most `limit`. Throws the refusals of GetNotices and, where proposals are shown, of GetFlags. */
  async list({ proposals, limit, behind, ...asked }: AskedNotices): Promise<ListedNotices> {
    const said = await this.queries.execute(
      new GetNotices({ ...asked, limit, behind: behind && [behind[0], behind[1]] }),
    );
    const flags = proposals
      ? await this.queries.execute(new GetFlags({ ...asked, superseded: true }))
      : { flags: [], asOf: said.asOf };
    const all = [
      ...said.notices.map((one) => listedSaid(asked.unitId, one)),
      ...proposalNotices(flags.flags).map((one) => listedTurn(asked.unitId, one)),
    ];
    // As of a moment both have been read up to it.
    const asOf = asked.asOf === undefined ? lower(said.asOf, flags.asOf) : said.asOf;
    const whole = asked.asOf === undefined ? toldBy(asOf, all) : all;
    return { notices: pageOf(whole, limit, behind), asOf };
  }
}

/** The position that both read models have reached, wherever they stand. */
function lower(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return null;
  return BigInt(one) < BigInt(other) ? one : other;
}

/** Nothing later: else a notice of the slower read model would come in before one that was already read. */
function toldBy(position: string | null, all: readonly ListedNotice[]): ListedNotice[] {
  return position === null ? [] : all.filter(({ key }) => BigInt(key[0]) <= BigInt(position));
}

function pageOf(all: readonly ListedNotice[], limit: number, behind: ListedKey | undefined): ListedNotice[] {
  return all
    .filter(({ key }) => behind === undefined || inLogOrder(key, behind) > 0)
    .sort((a, b) => inLogOrder(a.key, b.key))
    .slice(0, limit);
}
