import type { ByAppraiser } from '@app/assessment';
import { createParamDecorator, type ExecutionContext, Injectable, type PipeTransform } from '@nestjs/common';
import type { Request } from 'express';
import { OwnUnitPipe, principalOf, type Ties, tiesOf } from '../auth/principal';

interface AppraiserAtRoute {
  readonly ties: Ties;
  readonly fields: ByAppraiser['appraiserFields'];
}

@Injectable()
class AppraisingPipe implements PipeTransform<AppraiserAtRoute, Promise<ByAppraiser>> {
  constructor(private readonly ownUnit: OwnUnitPipe) {}

  async transform({ ties, fields }: AppraiserAtRoute): Promise<ByAppraiser> {
    return { appraiserUnitId: await this.ownUnit.transform(ties), appraiserFields: fields };
  }
}

const AtRoute = createParamDecorator((_data: unknown, host: ExecutionContext): AppraiserAtRoute => {
  const request = host.switchToHttp().getRequest<Request>();
  return { ties: tiesOf(request), fields: principalOf(request).scope.fields };
});

/** What a command says of the appraiser: the own unit, and the fields (lĩnh vực) that the right to appraise is bound to; null: all. */
export const Appraising = (): ParameterDecorator => AtRoute(AppraisingPipe);
