import type { DataOf } from '@app/kernel';
import { MAX_RESPONSES, type surveyBatchRecorded, type surveyBatchWithdrawn } from '@app/survey';
import { FormField, TextField, TextListField } from '../http/fields';

type OfUnitYear<Input> = Omit<Input, 'year' | 'unitId'>;

const campaign = { description: 'Survey campaign (cuộc điều tra)', example: 'sipas_2024' };
const batch = { description: 'Name of the batch, unique within campaign and unit', example: 'dot_01' };

export class RecordSurveyBatchBody implements OfUnitYear<DataOf<typeof surveyBatchRecorded>> {
  @FormField('code', campaign)
  campaign!: string;

  @FormField('code', batch)
  batch!: string;

  @TextListField(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'mỗi câu hỏi là một mã trong bộ tiêu chí', {
    description: "Question codes, in the order of each response's letters",
    example: ['Q1', 'Q2'],
    min: 1,
    max: 200,
  })
  questions!: string[];

  @TextListField(/^[A-Z-]{1,200}$/, 'mỗi phiếu là một chuỗi chữ cái A–Z, mỗi câu một chữ, "-" khi không trả lời', {
    description: 'One text per respondent: one option letter per question, "-" for no answer',
    example: ['AB', 'A-'],
    min: 1,
    max: MAX_RESPONSES,
  })
  responses!: string[];

  @TextField({ description: 'Name of the source file', example: 'dot_01.csv', max: 255 })
  sourceName!: string;

  @FormField('sha256', { description: "Digest of exactly this batch's source" })
  sourceSha256!: string;
}

export class WithdrawSurveyBatchBody implements OfUnitYear<DataOf<typeof surveyBatchWithdrawn>> {
  @FormField('code', campaign)
  campaign!: string;

  @FormField('code', batch)
  batch!: string;

  @TextField({ description: 'Reason' })
  reason!: string;
}
