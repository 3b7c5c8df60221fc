import type { ConsequenceRules } from '@app/ruleset';
import type { ConsequenceInput, Tenure, YearResult } from '@app/scoring';
import type { KnownFacts } from './known-facts';
import type { FactOf } from './fact';

/** A unit in a block's year. */
export interface Subject {
  readonly unitId: string;
  readonly year: number;
  readonly blockId: string;
}

/** What was known about a unit's year at a position of the log: nothing said later enters. */
export function consequenceInputAt(
  { unitId, year, blockId }: Subject,
  position: bigint,
  facts: KnownFacts,
  results: FactOf<'results'>,
  rules: ConsequenceRules,
): ConsequenceInput {
  const said = <Known extends { position: bigint }>(known: readonly Known[]) =>
    known.filter((fact) => fact.position <= position);
  const ruled = said(facts.ofUnit(unitId, 'ruling')).findLast((fact) => fact.year === year);
  const predecessor = ruled ? ruled.data.predecessorId : unitId;
  const resultOf = (of: number) => (predecessor === null ? null : resultAt(predecessor, of, position, facts));
  return {
    year,
    blockId,
    unitId,
    rules,
    block: facts.resultsOf(results.eventId),
    previous: resultOf(year - 1),
    beforePrevious: resultOf(year - 2),
    blockSkippedLastYear: said(facts.ofBlockYear(year - 1, blockId, 'skipped')).length > 0,
    lineage: newestLineage(said(facts.ofUnit(unitId, 'lineage')), year),
    ruling: ruled ? { ...ruled.data, eventId: ruled.eventId } : null,
    openCases: openCases(
      {
        opened: said(facts.ofUnit(unitId, 'case-open')),
        numbered: said(facts.ofUnit(unitId, 'case-number')),
        closed: said(facts.ofUnit(unitId, 'case-closed')),
      },
      year,
    ),
    endedOn: said(facts.ofUnit(unitId, 'ended')).at(-1)?.data.endedOn ?? null,
    tenures: tenures(said(facts.ofUnit(unitId, 'office-taken')), said(facts.ofUnit(unitId, 'office-left'))),
  };
}

/** A unit's result of a year, in whichever block, from the results that counted then. */
function resultAt(unitId: string, year: number, position: bigint, facts: KnownFacts): YearResult | null {
  const blocks = new Set(
    facts
      .ofUnit(unitId, 'result')
      .filter((fact) => fact.year === year && fact.position <= position)
      .map(({ blockId }) => blockId),
  );
  const found = [...blocks].flatMap((blockId) => {
    const counting = facts.resultsAt(year, blockId, position);
    return counting ? facts.resultsOf(counting.eventId).filter((result) => result.unitId === unitId) : [];
  });
  return found.at(-1) ?? null;
}

/** The newest change that took effect in the year or the one before. */
function newestLineage(lineages: readonly FactOf<'lineage'>[], year: number): ConsequenceInput['lineage'] {
  const recent = lineages
    .filter(({ data }) => [`${year - 1}`, `${year}`].includes(data.effectiveOn.slice(0, 4)))
    .sort((a, b) => (a.data.effectiveOn < b.data.effectiveOn ? -1 : a.data.effectiveOn > b.data.effectiveOn ? 1 : 0));
  const newest = recent.at(-1);
  return newest ? { ...newest.data, eventId: newest.eventId } : null;
}

interface CaseFacts {
  readonly opened: readonly FactOf<'case-open'>[];
  readonly numbered: readonly FactOf<'case-number'>[];
  readonly closed: readonly FactOf<'case-closed'>[];
}

function openCases({ opened, numbered, closed }: CaseFacts, year: number): ConsequenceInput['openCases'] {
  const ended = new Set(closed.map(({ data }) => data.caseId));
  const numbers = new Map(numbered.map(({ data }) => [data.caseId, data.externalNumber]));
  return opened
    .filter((fact) => (fact.year === year || fact.year === year - 1) && !ended.has(fact.data.caseId))
    .map(({ data, year: of, eventId }) => {
      const externalNumber = data.externalNumber ?? numbers.get(data.caseId) ?? null;
      return { ...data, externalNumber, year: of, eventId };
    });
}

/** Each tenure with its last day, once somebody has said it. */
function tenures(taken: readonly FactOf<'office-taken'>[], left: readonly FactOf<'office-left'>[]): Tenure[] {
  return taken.map(({ data }) => {
    const ended = left.find(
      (fact) =>
        fact.data.personId === data.personId && fact.data.office === data.office && fact.data.until >= data.from,
    );
    return { ...data, until: ended?.data.until ?? null };
  });
}
