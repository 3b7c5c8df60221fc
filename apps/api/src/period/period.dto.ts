import type { DataOf } from '@app/kernel';
import type { blockSkipped, periodOpened } from '@app/period';
import type { RulesetRef } from '@app/ruleset';
import { FormField, ListField, ObjectField, TextField, WholeField, YearField } from '../http/fields';

export class RulesetRefBody implements RulesetRef {
  @FormField('code', { description: 'Id of the ruleset (bộ tiêu chí)' })
  id!: string;

  @WholeField(1, 1_000_000, { description: 'Version' })
  version!: number;

  @FormField('sha256', { description: 'SHA-256 of its canonical JSON' })
  sha256!: string;
}

export class PeriodBlockBody {
  @FormField('key', { description: 'The block (Khối)' })
  blockId!: string;

  @ObjectField(() => RulesetRefBody, { description: 'The rules that bind it, down to the bytes' })
  ruleset!: RulesetRefBody;
}

export class OpenPeriodBody implements DataOf<typeof periodOpened> {
  @YearField()
  year!: number;

  @FormField('instant', { description: 'Submissions are accepted before this instant' })
  submitBy!: string;

  @FormField('instant', { description: 'Appraisals are accepted before this instant' })
  appraiseBy!: string;

  @ListField(() => PeriodBlockBody, { description: 'Blocks assessed this year', min: 1, max: 100 })
  blocks!: PeriodBlockBody[];
}

export class SkipBlockBody implements Omit<DataOf<typeof blockSkipped>, 'year'> {
  @FormField('key', { description: 'The block that is not assessed' })
  blockId!: string;

  @TextField({ description: 'Reason' })
  reason!: string;
}
