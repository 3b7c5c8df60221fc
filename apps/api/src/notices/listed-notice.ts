import type { Notice } from '@app/notices';
import { noticeText, proposalText } from './notice-text';
import type { NoticeAnswer } from './notices.dto';
import type { ProposalNotice } from './proposal-notices';

/** What a notice in the list of a unit is found by; it never changes. `matter`: which of several proposals that one event turned; else empty. */
export type ListedKey = readonly [position: string, kind: string, matter: string];

/** A notice as answered, with what it is found by. */
export interface ListedNotice {
  readonly key: ListedKey;
  readonly notice: NoticeAnswer;
}

/** In the order of the log; of one event by the letters of kind and matter. Negative: the first comes first. */
export function inLogOrder([position, ...names]: ListedKey, [other, ...others]: ListedKey): number {
  if (position !== other) return BigInt(position) < BigInt(other) ? -1 : 1;
  const [a, b] = [names.join(' '), others.join(' ')];
  return a < b ? -1 : a > b ? 1 : 0;
}

export function listedSaid(unitId: string, said: Notice): ListedNotice {
  const { kind, year, position, eventId, recordedAt, correlationId, deadline, says, before } = said;
  const standing = 'rank' in says ? says : null;
  const notice = {
    ...{ unitId, year, kind, position, eventId, recordedAt, correlationId, deadline, proposal: null },
    component: 'component' in says ? says.component : null,
    rank: standing && { from: before?.rank ?? null, to: standing.rank },
    className: standing && { from: before?.className ?? null, to: standing.className },
    text: noticeText(said),
  };
  return { key: [position, kind, ''], notice };
}

export function listedTurn(unitId: string, turned: ProposalNotice): ListedNotice {
  const { kind, year, blockId, proposal, turn } = turned;
  const { position, eventId, at: recordedAt } = turn;
  const notice = {
    ...{ unitId, year, kind, position, eventId, recordedAt, proposal, text: proposalText(turned) },
    ...{ correlationId: null, deadline: null, component: null, rank: null, className: null },
  };
  return { key: [position, kind, `${year}/${blockId}/${proposal}`], notice };
}
