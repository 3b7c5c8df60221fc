import { GrantRoleBody } from '../access/access.dto';
import { AdjustBody, CloseFieldBody } from '../assessment/appraisal.dto';
import { GrantExtensionBody } from '../assessment/assessment.dto';
import { DecideByCouncilBody } from '../assessment/council.dto';
import { RulePointsBody } from '../assessment/ruling.dto';
import { ChangeLevelBody, PredecessorBody, RuleSuccessionBody } from '../unit/unit.dto';
import type { InvalidRequest } from './edge-refusal';
import { requestValidation } from './validation';

const validation = requestValidation();

/** The faults that one field of a body has, when it says this of it. */
async function faultsOf(metatype: new () => object, field: string, body: object): Promise<string[]> {
  const refused = await validation.transform(body, { type: 'body', metatype }).then(
    () => undefined,
    (error: InvalidRequest) => error,
  );
  return (refused?.errors ?? []).flatMap((fault) => (fault.field === field ? [fault.detail] : []));
}

describe('a field whose null decides something', () => {
  it.each<[new () => object, string]>([
    [AdjustBody, 'from'],
    [AdjustBody, 'to'],
    [RulePointsBody, 'from'],
    [RulePointsBody, 'to'],
    [DecideByCouncilBody, 'from'],
    [DecideByCouncilBody, 'to'],
    [CloseFieldBody, 'leadAgency'],
    [GrantExtensionBody, 'components'],
    [RuleSuccessionBody, 'predecessorId'],
    [RuleSuccessionBody, 'takesOver'],
    [ChangeLevelBody, 'parentId'],
    [PredecessorBody, 'share'],
    [GrantRoleBody, 'unitId'],
    [GrantRoleBody, 'fields'],
    [GrantRoleBody, 'blockIds'],
    [GrantRoleBody, 'until'],
  ])('%p.%s is missed when left out, and taken when it is null', async (metatype, field) => {
    expect(await faultsOf(metatype, field, {})).toEqual([expect.stringContaining('thiếu trường này: ')]);
    expect(await faultsOf(metatype, field, { [field]: null })).toEqual([]);
    expect(await faultsOf(metatype, field, { [field]: 7 })).toEqual([expect.not.stringContaining('thiếu')]);
  });
});
