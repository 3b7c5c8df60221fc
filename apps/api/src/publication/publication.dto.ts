import type { DataOf, ExactText } from '@app/kernel';
import type { BlockYearAnswer, resultsImported } from '@app/publication';
import { type Grade, GRADES } from '@app/ruleset';
import { Shown } from '../http/answers';
import { DecisionBody } from '../http/decision';
import {
  ChoiceField,
  DeadlineField,
  FormField,
  ListField,
  ObjectField,
  TextField,
  WholeField,
  YearField,
} from '../http/fields';

type Imported = DataOf<typeof resultsImported>;

export class PublishResultsBody {
  @ObjectField(() => DecisionBody, { description: 'The decision that makes the results official' })
  decision!: DecisionBody;
}

export class AnnounceResultsBody {
  @DeadlineField('Units may object before this instant, a day after the announcement at the earliest')
  objectUntil!: string;
}

export class CorrectResultsBody {
  @ObjectField(() => DecisionBody, { description: 'The decision by which the results are corrected' })
  decision!: DecisionBody;

  @TextField({ description: 'Why they are corrected' })
  reason!: string;
}

/** What a source does not say is null, never guessed. */
export class ImportedRowBody {
  @FormField('key', { description: 'The unit' })
  unitId!: string;

  @TextField({ description: 'Its name as published', max: 300 })
  unitName!: string;

  @FormField('exact', { description: 'Index %', nullable: true })
  index: ExactText | null = null;

  @WholeField(1, 100_000, { description: 'Rank', nullable: true })
  rank: number | null = null;

  @TextField({ description: 'Class as published', max: 100, nullable: true })
  className: string | null = null;

  @ChoiceField(GRADES, { description: 'What the class means to the consequence rules', nullable: true })
  grade: Grade | null = null;

  @TextField({ description: 'Note', nullable: true })
  note: string | null = null;
}

export class SourceBody {
  @TextField({ description: 'Title', max: 500 })
  title!: string;

  @TextField({ description: 'Address, https://…', example: 'https://example.vn/ket-qua', max: 1000 })
  url!: string;
}

export class ImportResultsBody implements Imported {
  @YearField()
  year!: number;

  @FormField('key', { description: 'The block (Khối)' })
  blockId!: string;

  @TextField({ description: 'Its name', max: 300 })
  blockName!: string;

  @WholeField(1, 100_000, { description: 'Number of ranked units', nullable: true })
  n: number | null = null;

  @ListField(() => ImportedRowBody, { description: 'One row per unit', min: 1, max: 1000 })
  rows!: ImportedRowBody[];

  @ObjectField(() => SourceBody, { description: 'Where it was published' })
  source!: SourceBody;
}

export class BlockYearOpenedAnswer {
  @Shown('integer', 'How many files this request opened')
  opened!: number;

  @Shown('text', 'Units whose file was open already', { isArray: true })
  alreadyOpen!: readonly string[];

  @Shown('text', 'Members whose file is open for another block, where they are assessed: `unit (block)`', {
    isArray: true,
  })
  openElsewhere!: readonly string[];

  @Shown('text', 'Position in the whole log; give it as `after`')
  position!: string;
}

/** What the API answers when a block's year is opened. */
export function openedAnswerOf({
  opened,
  alreadyOpen,
  openElsewhere,
  position,
}: BlockYearAnswer): BlockYearOpenedAnswer {
  const elsewhere = openElsewhere.map(({ unitId, blockId }) => `${unitId} (${blockId})`);
  return { opened: opened.length, alreadyOpen, openElsewhere: elsewhere, position: position.toString() };
}
