import type { ByAppraiser, LeadAgency } from '@app/assessment';
import { createParamDecorator, type ExecutionContext, Injectable, type PipeTransform } from '@nestjs/common';
import type { Request } from 'express';
import { OwnUnitPipe, principalOf, type Ties, tiesOf, TiesToUnit } from '../auth/principal';
import { LogLineage } from '../lookup/log-lineage';
import { LogRegister } from '../lookup/log-register';

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

@Injectable()
class OwnAgenciesPipe implements PipeTransform<Ties, Promise<readonly LeadAgency[]>> {
  constructor(
    private readonly lineage: LogLineage,
    private readonly register: LogRegister,
  ) {}

  async transform({ units }: Ties): Promise<readonly LeadAgency[]> {
    return this.register.agencies(await this.lineage.withAncestors(units));
  }
}

/** The units that people behind the act work for, and those that these came out of, as lead agencies (cơ quan chủ trì). */
export const OwnAgencies = (): ParameterDecorator => TiesToUnit(OwnAgenciesPipe);
