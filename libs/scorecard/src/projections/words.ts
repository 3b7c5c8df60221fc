import type { Recorded } from '@app/event-store';
import { Rational } from '@app/kernel';
import type { RulesetCatalog, RulesetRef } from '@app/ruleset';
import { evolveFacts, initialFacts, type Phase, type ScoreEvent, type UnitYearFacts } from '@app/scoring';
import { type Statement, statementsOf } from './said';
import { threadOf } from './threads';

/** What one event of a unit-year says: how far its file has come (null: nothing of that), and the last word on its matters. */
export interface Words {
  readonly file: {
    readonly phase: Phase;
    readonly block_id?: string | null;
    readonly ruleset?: RulesetRef;
  } | null;
  readonly statements: readonly Statement[];
}

/** What could not be scored when somebody asks is refused here, where it stops its unit-year and is told. */
export function wordsOf(event: Recorded<ScoreEvent>, rulesets: Pick<RulesetCatalog, 'get'>): Words {
  const { unitId, year } = event.data;
  const facts = evolveFacts(initialFacts(unitId, year), event);
  refuseUnscorable(facts, rulesets);
  return { file: fileIn(facts), statements: [...statementsOf(facts), ...threadOf(event)] };
}

function fileIn({ phase, blockId, ruleset }: UnitYearFacts): Words['file'] {
  if (ruleset !== null) return { phase, block_id: blockId, ruleset };
  return phase === 'none' ? null : { phase };
}

function refuseUnscorable({ ruleset, components }: UnitYearFacts, rulesets: Pick<RulesetCatalog, 'get'>): void {
  if (ruleset !== null) rulesets.get(ruleset);
  for (const { self, appraisal, council, ruling } of Object.values(components)) {
    Rational.of(self?.points ?? appraisal?.points ?? council?.points ?? ruling?.points ?? Rational.zero);
  }
}
