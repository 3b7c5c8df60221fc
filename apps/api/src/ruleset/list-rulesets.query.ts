import { RulesetCatalog, type Ruleset, rulesetRef, type RulesetRef } from '@app/ruleset';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';

/** A ruleset as it is named when a year is opened: down to its bytes. */
export interface RulesetEntry extends RulesetRef {
  readonly title: string;
  /** True: a sample (mẫu), not an official ruleset. */
  readonly sample: boolean;
  readonly effectiveFrom: string;
}

/** Which rulesets does this program hold? */
export class ListRulesets extends Query<readonly RulesetEntry[]> {}

@QueryHandler(ListRulesets)
export class ListRulesetsHandler implements IQueryHandler<ListRulesets> {
  constructor(private readonly rulesets: RulesetCatalog) {}

  execute(): Promise<readonly RulesetEntry[]> {
    return Promise.resolve(this.rulesets.all().map(entryOf));
  }
}

function entryOf(ruleset: Ruleset): RulesetEntry {
  const { title, sample, effectiveFrom } = ruleset;
  return { ...rulesetRef(ruleset), title, sample, effectiveFrom };
}
