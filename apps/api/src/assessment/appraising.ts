import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { ByAppraiser } from '@app/assessment';
import type { Request } from 'express';
import { ownUnitOf, principalOf } from '../auth/principal';

/** What a command says of the appraiser: the own unit, and the fields (lĩnh vực) that the right to appraise is bound to; null: all. */
export const Appraising = createParamDecorator((_data: unknown, host: ExecutionContext): ByAppraiser => {
  const request = host.switchToHttp().getRequest<Request>();
  return { appraiserUnitId: ownUnitOf(request), appraiserFields: principalOf(request).scope.fields };
});
