import { RulesetCatalog, type Ruleset, type RulesetRef } from '@app/ruleset';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';

/** By which rules exactly is a block's year scored, ranked and judged? Throws UnknownRuleset, also for other bytes. */
export class GetRuleset extends Query<Ruleset> {
  constructor(readonly ref: RulesetRef) {
    super();
  }
}

@QueryHandler(GetRuleset)
export class GetRulesetHandler implements IQueryHandler<GetRuleset> {
  constructor(private readonly rulesets: RulesetCatalog) {}

  execute({ ref }: GetRuleset): Promise<Ruleset> {
    return Promise.resolve().then(() => this.rulesets.get(ref));
  }
}
