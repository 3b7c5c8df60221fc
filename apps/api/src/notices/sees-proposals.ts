import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { principalOf } from '../auth/principal';

/** Whether whoever asks may read the unit's proposals: everybody who is let in but its officers, as at `/flags/units/{unitId}`. */
export const SeesProposals = createParamDecorator(
  (_data: unknown, host: ExecutionContext): boolean =>
    principalOf(host.switchToHttp().getRequest<Request>()).role !== 'unit-officer',
);
