import { declarableCodes } from '@app/assessment';
import { type CaseFacts, isThereAtYearEnd } from '@app/scoring';
import { ObjectionsAreNotRuled, ObjectionsAreOpen } from './objection.errors';
import type { ScoredBlock } from './scored-block';

type Objected = Pick<ScoredBlock, 'ruleset' | 'scored'>;

/** One unit's objection to its points; `ruled`: a ruling on points names it. */
interface Objection extends Pick<CaseFacts, 'component' | 'outcome'> {
  readonly unitId: string;
  readonly caseId: string;
  readonly ruled: boolean;
  /** The unit ended within the year: its file takes no ruling. */
  readonly ended: boolean;
}

/**
 * Every objection to points of a unit of the block is answered; those that were upheld, by a ruling. None is waited for where no ruling can
 * be given: what the system counts is mended where it is counted, and a unit that ended has no place to be changed. Throws ObjectionsAreOpen, ObjectionsAreNotRuled.
 */
export function demandObjectionsAnswered(block: Objected): void {
  const objections = objectionsOf(block);
  const open = objections.filter(({ outcome }) => outcome === null);
  if (open.length > 0) throw new ObjectionsAreOpen(open);
  const rulable = new Set(declarableCodes(block.ruleset));
  const unruled = objections.filter(
    ({ component, outcome, ruled, ended }) =>
      outcome === 'upheld' && !ruled && !ended && (component === null || rulable.has(component)),
  );
  if (unruled.length > 0) throw new ObjectionsAreNotRuled(unruled);
}

function objectionsOf({ scored }: Objected): Objection[] {
  return scored.flatMap(({ unit: { unitId, facts, ruledCases, endedOn } }) => {
    const ended = !isThereAtYearEnd(endedOn, facts.year);
    return Object.entries(facts.cases).flatMap(([caseId, { kind, component, outcome }]) =>
      kind === 'score-objection'
        ? [{ unitId, caseId, component, outcome, ruled: ruledCases.includes(caseId), ended }]
        : [],
    );
  });
}
