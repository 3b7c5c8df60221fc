import { daysAfter, type LocalDate } from '@app/kernel';
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
  const lineage = newestLineage(standing('lineage', unitId, facts, said), year);
  const circumstances = (of: string) => circumstancesOf(of, year, facts, said);
  const own = circumstances(unitId);
  // Whoever takes over the last year takes over what is still open about it, and who answers for it.
  const former = predecessor === null || predecessor === unitId ? null : circumstances(predecessor);
  return {
    year,
    blockId,
    unitId,
    rules,
    block: facts.resultsOf(results.eventId),
    previous: resultOf(year - 1),
    beforePrevious: resultOf(year - 2),
    blockSkippedLastYear: said(facts.ofBlockYear(year - 1, blockId, 'skipped')).length > 0,
    lineage,
    ruling: ruled ? { ...ruled.data, eventId: ruled.eventId } : null,
    openCases: [...(former?.openCases ?? []), ...own.openCases],
    endedOn: own.endedOn,
    tenures: [...before(lineage?.effectiveOn ?? former?.endedOn ?? null, former?.tenures ?? []), ...own.tenures],
  };
}

type Said = <Known extends { position: bigint }>(known: readonly Known[]) => Known[];

interface Circumstances extends Pick<ConsequenceInput, 'openCases' | 'tenures'> {
  readonly endedOn: LocalDate | null;
}

/** What surrounds a unit's results of the year and the one before. */
function circumstancesOf(unitId: string, year: number, facts: KnownFacts, said: Said): Circumstances {
  return {
    openCases: openCases(
      {
        opened: said(facts.ofUnit(unitId, 'case-open')),
        numbered: said(facts.ofUnit(unitId, 'case-number')),
        closed: said(facts.ofUnit(unitId, 'case-closed')),
      },
      year,
    ),
    endedOn: standing('ended', unitId, facts, said).at(-1)?.data.endedOn ?? null,
    tenures: tenures([
      ...said(facts.ofUnit(unitId, 'office-taken')),
      ...said(facts.ofUnit(unitId, 'office-left')),
      ...said(facts.ofUnit(unitId, 'tenure-corrected')),
    ]),
  };
}

/** What was said of a unit and not withdrawn since. */
function standing<Kind extends 'lineage' | 'ended'>(
  kind: Kind,
  unitId: string,
  facts: KnownFacts,
  said: Said,
): FactOf<Kind>[] {
  const withdrawn = new Set(said(facts.ofUnit(unitId, 'withdrawn')).map(({ data }) => data.eventId));
  return said(facts.ofUnit(unitId, kind)).filter(({ eventId }) => !withdrawn.has(eventId));
}

/** Those of before the day, none of them longer than until its eve; all where there is no such day. */
function before(day: LocalDate | null, tenures: readonly Tenure[]): Tenure[] {
  if (day === null) return [...tenures];
  const eve = daysAfter(day, -1);
  return tenures
    .filter(({ from }) => from < day)
    .map((tenure) => ({ ...tenure, until: tenure.until !== null && tenure.until < day ? tenure.until : eve }));
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

/** By year and id: another year's case may have the same id. */
function openCases({ opened, numbered, closed }: CaseFacts, year: number): ConsequenceInput['openCases'] {
  const ended = new Set(closed.map(caseOf));
  const numbers = new Map(numbered.map((fact) => [caseOf(fact), fact.data.externalNumber]));
  return opened
    .filter((fact) => (fact.year === year || fact.year === year - 1) && !ended.has(caseOf(fact)))
    .map((fact) => {
      const { data, year: of, eventId } = fact;
      const externalNumber = data.externalNumber ?? numbers.get(caseOf(fact)) ?? null;
      return { ...data, externalNumber, year: of, eventId };
    });
}

function caseOf({ year, data }: FactOf<'case-open' | 'case-number' | 'case-closed'>): string {
  return `${year}/${data.caseId}`;
}

type OfficeFact = FactOf<'office-taken'> | FactOf<'office-left'> | FactOf<'tenure-corrected'>;

/** Each tenure as it was told last: with its last day, once somebody has said it, and as it was corrected. */
function tenures(facts: readonly OfficeFact[]): readonly Tenure[] {
  const inLogOrder = [...facts].sort((a, b) => (a.position < b.position ? -1 : 1));
  return inLogOrder.reduce<readonly Tenure[]>(tenuresAfter, []);
}

function tenuresAfter(known: readonly Tenure[], { kind, data }: OfficeFact): Tenure[] {
  const { office, personId } = data;
  const isTheirs = (tenure: Tenure) => tenure.office === office && tenure.personId === personId;
  switch (kind) {
    case 'office-taken':
      return [...known, { ...data, until: null }];
    case 'office-left':
      return known.map((tenure) =>
        isTheirs(tenure) && tenure.until === null && tenure.from <= data.until
          ? { ...tenure, until: data.until }
          : tenure,
      );
    case 'tenure-corrected': {
      const others = known.filter((tenure) => !isTheirs(tenure) || tenure.from !== data.from);
      return data.corrected === null ? others : [...others, { office, ...data.corrected }];
    }
  }
}
