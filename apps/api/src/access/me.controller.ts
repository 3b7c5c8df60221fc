import { type Holding, isInForce } from '@app/access';
import { Clock } from '@app/kernel';
import { Controller, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { AccountRights } from '../auth/account-rights';
import { principalOf } from '../auth/principal';
import { PersonalQueryRoute } from '../http/routes';
import { AccountAnswer, accountAnswerOf } from './access.dto';

/** The own account, for whoever asks. */
@ApiTags('Tài khoản và phân quyền')
@Controller('me')
export class MeController {
  constructor(
    private readonly rights: AccountRights,
    private readonly clock: Clock,
  ) {}

  @PersonalQueryRoute('', 'What may I do at this moment, for whom may I act, and who may act for me?', {
    type: AccountAnswer,
  })
  async get(@Req() request: Request): Promise<AccountAnswer> {
    const { accountId } = principalOf(request);
    const known = await this.rights.of(accountId);
    const now = this.clock.now();
    const { given, untold } = await this.rights.givenBy(accountId, known);
    const unended = given.filter(({ until }) => until === null || until > now);
    return accountAnswerOf(accountId, known, { given: unended, untold }, (holding: Holding) => isInForce(holding, now));
  }
}
