import type { RulesetCatalog, RulesetRef } from '@app/ruleset';
import { consequencesOf, type Flag } from '@app/scoring';
import { consequenceInputAt, type Subject } from './consequence-input';
import type { Turn } from './fact';
import type { KnownFacts } from './known-facts';

/** A flag as it stood from one event until another; `superseded` null while it stands. */
export interface FlagVersion {
  readonly flag: Flag;
  readonly unitName: string;
  readonly blockName: string;
  readonly ruleset: RulesetRef;
  readonly since: Turn;
  readonly superseded: Turn | null;
}

/**
 * Every flag that was ever proposed for a unit's year, told from the facts alone: evaluated anew after each event that says something
 * about the unit, so that the record is the same whenever and in whatever batches it is computed.
 */
export function flagHistory(subject: Subject, facts: KnownFacts, rulesets: Pick<RulesetCatalog, 'get'>): FlagVersion[] {
  const units = [subject.unitId, ...predecessorsOf(subject, facts)];
  const ended: FlagVersion[] = [];
  let standing = new Map<string, FlagVersion>();
  for (const turn of facts.turnsAbout(units, subject.year)) {
    const next = new Map<string, FlagVersion>();
    for (const version of versionsAt(subject, turn, facts, rulesets)) {
      const before = standing.get(version.flag.kind);
      next.set(version.flag.kind, before && sameWords(before, version) ? before : version);
    }
    for (const [kind, before] of standing) {
      if (next.get(kind) !== before) ended.push({ ...before, superseded: turn });
    }
    standing = next;
  }
  return [...ended, ...standing.values()];
}

function versionsAt(
  subject: Subject,
  turn: Turn,
  facts: KnownFacts,
  rulesets: Pick<RulesetCatalog, 'get'>,
): FlagVersion[] {
  const { unitId, year, blockId } = subject;
  const results = facts.resultsAt(year, blockId, turn.position);
  const ruleset = results?.data.ruleset;
  const own = facts.ofUnit(unitId, 'result').findLast((fact) => fact.eventId === results?.eventId);
  // Results of another system came without rules to judge them by.
  if (!results || !ruleset || !own) return [];
  const rules = rulesets.get(ruleset).consequences;
  const names = { unitName: own.data.unitName, blockName: results.data.blockName, ruleset };
  return consequencesOf(consequenceInputAt(subject, turn.position, facts, results, rules)).map((flag) => ({
    flag,
    ...names,
    since: turn,
    superseded: null,
  }));
}

function predecessorsOf({ unitId, year }: Subject, facts: KnownFacts): string[] {
  const rulings = facts.ofUnit(unitId, 'ruling').filter((fact) => fact.year === year);
  return rulings.flatMap(({ data }) => data.predecessorId ?? []);
}

function sameWords(a: FlagVersion, b: FlagVersion): boolean {
  return JSON.stringify([a.flag, a.unitName, a.ruleset]) === JSON.stringify([b.flag, b.unitName, b.ruleset]);
}
