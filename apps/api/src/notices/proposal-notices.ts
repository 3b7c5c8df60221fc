import type { ConsequenceFlag, FlagTurn } from '@app/accountability';

export const proposalKinds = ['proposal-raised', 'proposal-changed', 'proposal-withdrawn'] as const;

/** That a proposal concerning the unit came up, says something else now, or stands no more. Never that anybody is disciplined. */
export interface ProposalNotice extends Pick<ConsequenceFlag, 'year' | 'blockId' | 'pending'> {
  readonly kind: (typeof proposalKinds)[number];
  readonly proposal: ConsequenceFlag['kind'];
  readonly turn: FlagTurn;
}

/**
 * What one unit is told of its proposals, in no particular order: of every turn in each of them, once. That one says the same as before and
 * rests on other events, as after a correction that left it alone, is nothing to be told.
 */
export function proposalNotices(flags: readonly ConsequenceFlag[]): ProposalNotice[] {
  const begun = new Set(flags.map((flag) => turnOf(flag, flag.since)));
  const ended = new Map(
    flags.flatMap((flag) => (flag.superseded ? [[turnOf(flag, flag.superseded), flag] as const] : [])),
  );
  return flags.flatMap((flag) => {
    const { since, superseded } = flag;
    const before = ended.get(turnOf(flag, since));
    const isOver = superseded !== null && !begun.has(turnOf(flag, superseded));
    return [
      ...(before === undefined ? [told(flag, 'proposal-raised', since)] : []),
      ...(before !== undefined && wordsOf(before) !== wordsOf(flag) ? [told(flag, 'proposal-changed', since)] : []),
      ...(isOver ? [told(flag, 'proposal-withdrawn', superseded)] : []),
    ];
  });
}

/** The event that ended one wording of a proposal and the one that began the next are the same. */
function turnOf({ year, blockId, kind }: ConsequenceFlag, { position }: FlagTurn): string {
  return `${year}/${blockId}/${kind}/${position}`;
}

function wordsOf({ pending, derivation, caveats, otherReading }: ConsequenceFlag): string {
  return JSON.stringify([pending, derivation, caveats, otherReading]);
}

function told(flag: ConsequenceFlag, kind: ProposalNotice['kind'], turn: FlagTurn): ProposalNotice {
  const { year, blockId, pending, kind: proposal } = flag;
  return { kind, year, blockId, pending, proposal, turn };
}
