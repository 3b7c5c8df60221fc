import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { ByAppraiser } from '@app/assessment';
import type { Request } from 'express';
import { principalOf } from '../auth/principal';

/** What a command says of the appraiser: the own unit, and the fields that are the person's; of an account today all are. */
export const Appraising = createParamDecorator((_data: unknown, host: ExecutionContext): ByAppraiser => {
  const { account } = principalOf(host.switchToHttp().getRequest<Request>());
  return { appraiserUnitId: account.unitId, appraiserFields: null };
});
