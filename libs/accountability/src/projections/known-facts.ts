import type { YearResult } from '@app/scoring';
import type { Fact, FactKind, FactOf, Turn } from './fact';

/** Facts by what they are about, each list in log order. */
export class KnownFacts {
  private readonly byUnit: Map<string, Fact[]>;
  private readonly byUnitAndKind: Map<string, Fact[]>;
  private readonly byBlockYear: Map<string, Fact[]>;
  private readonly resultsByEvent = new Map<string, YearResult[]>();

  constructor(facts: readonly Fact[]) {
    const ordered = [...facts].sort(inLogOrder);
    this.byUnit = groupBy(ordered, ({ unitId }) => unitId);
    this.byUnitAndKind = groupBy(ordered, ({ unitId, kind }) => `${kind}/${unitId}`);
    this.byBlockYear = groupBy(
      ordered.filter(({ unitId }) => unitId === ''),
      ({ year, blockId }) => `${year}/${blockId}`,
    );
    for (const fact of ordered) {
      if (fact.kind !== 'result') continue;
      const rows = this.resultsByEvent.get(fact.eventId) ?? [];
      this.resultsByEvent.set(fact.eventId, rows);
      rows.push(yearResultOf(fact));
    }
  }

  ofUnit<Kind extends FactKind>(unitId: string, kind: Kind): readonly FactOf<Kind>[] {
    return (this.byUnitAndKind.get(`${kind}/${unitId}`) ?? []) as readonly Fact[] as readonly FactOf<Kind>[];
  }

  ofBlockYear<Kind extends FactKind>(year: number, blockId: string, kind: Kind): FactOf<Kind>[] {
    return (this.byBlockYear.get(`${year}/${blockId}`) ?? []).filter(isOf(kind));
  }

  /** The results of a block's year that counted at a position: the latest published ones, else the latest imported. */
  resultsAt(year: number, blockId: string, position: bigint): FactOf<'results'> | undefined {
    const known = this.ofBlockYear(year, blockId, 'results').filter((fact) => fact.position <= position);
    return known.findLast(({ data }) => data.ruleset !== null) ?? known.at(-1);
  }

  /** All units in the results that an event brought. */
  resultsOf(eventId: string): readonly YearResult[] {
    return this.resultsByEvent.get(eventId) ?? [];
  }

  /**
   * The events, in log order, that said something about these units, or about one of their block-years or the year before it, as far as
   * it may count for a year: what is said about a year counts for that one and the two after it.
   */
  turnsAbout(unitIds: readonly string[], forYear: number): Turn[] {
    const facts = unitIds
      .flatMap((unitId) => this.byUnit.get(unitId) ?? [])
      .filter(({ year }) => year === NO_YEAR || (year <= forYear && year >= forYear - 2));
    const blockYears = facts
      .filter(({ kind }) => kind === 'result')
      .flatMap(({ year, blockId }) => [`${year}/${blockId}`, `${year - 1}/${blockId}`])
      .flatMap((name) => this.byBlockYear.get(name) ?? []);
    const turns = new Map(
      [...facts, ...blockYears].map(({ position, eventId, recordedAt: at }) => [position, { position, eventId, at }]),
    );
    return [...turns.values()].sort((a, b) => (a.position < b.position ? -1 : 1));
  }
}

/** Of a fact about a unit for good: who heads it, what became of it. */
const NO_YEAR = 0;

function isOf<Kind extends FactKind>(kind: Kind): (fact: Fact) => fact is Fact & FactOf<Kind> {
  return (fact): fact is Fact & FactOf<Kind> => fact.kind === kind;
}

function inLogOrder(a: Fact, b: Fact): number {
  if (a.position !== b.position) return a.position < b.position ? -1 : 1;
  return a.unitId < b.unitId ? -1 : a.unitId > b.unitId ? 1 : 0;
}

function yearResultOf({ eventId, year, blockId, unitId, data }: FactOf<'result'>): YearResult {
  const { grade, className, rank, n, tied, state, scheme } = data;
  return { year, blockId, unitId, grade, className, rank, n, tied, state, eventId, scheme: scheme ?? null };
}

function groupBy(facts: readonly Fact[], nameOf: (fact: Fact) => string): Map<string, Fact[]> {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const group = groups.get(nameOf(fact)) ?? [];
    groups.set(nameOf(fact), group);
    group.push(fact);
  }
  return groups;
}
