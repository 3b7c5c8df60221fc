import type { DataOf } from '@app/kernel';
import type { Holiday } from '@app/kernel';
import type { blockSkipped, PeriodTold, workingCalendarRecorded } from '@app/period';
import type { RulesetRef } from '@app/ruleset';
import {
  DeadlineField,
  FormField,
  ListField,
  ObjectField,
  TextField,
  TextListField,
  WholeField,
  YearField,
} from '../http/fields';

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

export class OpenPeriodBody implements PeriodTold {
  @YearField()
  year!: number;

  @DeadlineField('Submissions are accepted before this instant')
  submitBy!: string;

  @DeadlineField('Appraisals are accepted before this instant')
  appraiseBy!: string;

  @ListField(() => PeriodBlockBody, { description: 'Blocks assessed this year', min: 1, max: 100 })
  blocks!: PeriodBlockBody[];
}

export class HolidayBody implements Holiday {
  @TextField({ description: 'Name', example: 'Tết Dương lịch', max: 200 })
  name!: string;

  @FormField('date', { description: 'First day off' })
  from!: string;

  @FormField('date', { description: 'Last day off' })
  until!: string;
}

export class RecordWorkingCalendarBody implements DataOf<typeof workingCalendarRecorded> {
  @YearField({ description: 'The calendar year', example: 2026 })
  year!: number;

  @ListField(() => HolidayBody, { description: 'Days off that are no weekend, also swapped ones', min: 1, max: 60 })
  holidays!: HolidayBody[];

  @TextListField(/^\d{4}-\d{2}-\d{2}$/, 'mỗi ngày viết dạng 2024-01-31', {
    description: 'Weekend days on which offices work instead (làm bù)',
    max: 60,
  })
  workingDays!: string[];

  @TextField({ description: 'The document that says so', max: 300 })
  source!: string;

  @TextField({ description: 'Why it takes the place of the one recorded before; null for the first', nullable: true })
  reason: string | null = null;
}

export class SkipBlockBody implements Omit<DataOf<typeof blockSkipped>, 'year'> {
  @FormField('key', { description: 'The block that is not assessed' })
  blockId!: string;

  @TextField({ description: 'Reason' })
  reason!: string;
}
