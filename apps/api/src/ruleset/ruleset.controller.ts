import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Ruleset } from '@app/ruleset';
import { Public } from '../auth/access';
import { RulesetAnswer, Shown } from '../http/answers';
import { IdPipe, VersionPipe } from '../http/parameters';
import { QueryRoute } from '../http/routes';
import { GetRuleset } from './get-ruleset.query';
import { ListRulesets, type RulesetEntry } from './list-rulesets.query';

class RulesetEntryAnswer extends RulesetAnswer implements RulesetEntry {
  @Shown('text', 'First day in force')
  effectiveFrom!: string;
}

/** The published method: rubric, scoring rules, classes, ranking, consequences. */
@ApiTags('Bộ tiêu chí')
@Controller('rulesets')
export class RulesetController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute('', 'Which rulesets are there?', { type: RulesetEntryAnswer, isArray: true }, 'public')
  async list(): Promise<readonly RulesetEntry[]> {
    return this.queries.execute(new ListRulesets());
  }

  @Public()
  @Get(':id/:version/:sha256')
  @ApiOperation({ summary: 'One ruleset in full, down to its bytes; its JSON Schema says what it holds' })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  async get(
    @Param('id', IdPipe) id: string,
    @Param('version', VersionPipe) version: number,
    @Param('sha256', IdPipe) sha256: string,
  ): Promise<Ruleset> {
    return this.queries.execute(new GetRuleset({ id, version, sha256 }));
  }
}
