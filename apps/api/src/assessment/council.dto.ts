import type { CouncilDecision } from '@app/assessment';
import { FormField, ObjectField, TextField, WholeField } from '../http/fields';
import { component, type OfUnitYear } from './assessment.dto';

/** No council has more members. */
const MOST_VOTES = 1_000;

export class MinutesBody {
  @TextField({ description: 'Number of the minutes (biên bản)', max: 100, example: '12/BB-HĐTĐ' })
  number!: string;

  @FormField('date', { description: 'The day of the sitting' })
  heldOn!: string;
}

export class VotesBody {
  @WholeField(0, MOST_VOTES, { description: 'Votes for' })
  for!: number;

  @WholeField(0, MOST_VOTES, { description: 'Votes against: fewer than those for' })
  against!: number;

  @WholeField(0, MOST_VOTES, { description: 'Abstentions' })
  abstained!: number;
}

export class DecideByCouncilBody implements Omit<OfUnitYear<CouncilDecision>, 'resultsRecorded' | 'objectUntil'> {
  @FormField('code', component)
  component!: string;

  @FormField('exact', { description: 'The points that the council saw; null: not applicable', nullable: 'written' })
  from!: string | null;

  @FormField('exact', { description: 'The points that it gives; null: does not apply', nullable: 'written' })
  to!: string | null;

  @ObjectField(() => MinutesBody, { description: 'The minutes of the sitting' })
  minutes!: MinutesBody;

  @ObjectField(() => VotesBody, { description: 'How the council voted' })
  votes!: VotesBody;

  @TextField({ description: 'Why it decided so' })
  reason!: string;
}
