import type { Ruling } from '@app/assessment';
import { DecisionBody } from '../http/decision';
import { ChoiceField, FormField, ObjectField, TextField } from '../http/fields';
import { component, type OfUnitYear } from './assessment.dto';

export class UpheldCaseBody {
  @ChoiceField(['score-objection', 'score-complaint', 'complaint'], {
    description: 'kiến nghị về điểm, khiếu nại về điểm of the unit itself, or khiếu nại of others',
  })
  kind!: Ruling['case']['kind'];

  @FormField('code', { description: 'Id of the case, closed as upheld' })
  caseId!: string;
}

export class RulePointsBody implements Omit<OfUnitYear<Ruling>, 'conclusion'> {
  @FormField('code', component)
  component!: string;

  @FormField('exact', { description: 'The points that were seen; null: not applicable', nullable: 'written' })
  from!: string | null;

  @FormField('exact', { description: 'The points by decision; null: does not apply', nullable: 'written' })
  to!: string | null;

  @ObjectField(() => UpheldCaseBody, { description: 'The case that was upheld' })
  case!: UpheldCaseBody;

  @ObjectField(() => DecisionBody, { description: 'The decision on the case' })
  decision!: DecisionBody;

  @TextField({ description: 'Reason in words' })
  reason!: string;
}
