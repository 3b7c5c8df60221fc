import type { FileCourse, FileState, OpenDeadline, Step } from '@app/file-register';
import { Shown, ShownObject } from '../http/answers';
import { RulesetRefBody } from '../period/period.dto';
import { ScoreEventAnswer } from '../scorecard/grounds.dto';
import { CouncilDecisionAnswer, FieldCourseAnswer, ThreadAnswer } from './appraisal.dto';
import { DueAnswer } from './due.dto';
import { fileStates, WaitAnswer } from './files.dto';
import { DeclarationAnswer, ExtensionAnswer } from './declaring.dto';
import { ObjectionAnswer, RulingAnswer } from './objections.dto';

const nullable = { nullable: true };
const list = { isArray: true };

class StepAnswer implements Step {
  @Shown('text', 'What moved the file', {
    enum: ['opened', 'approval-requested', 'approval-declined', 'submitted', 'returned', 'appraisal-closed'],
  })
  kind!: Step['kind'];

  @Shown('text', 'Why the head declined, or why it was sent back', nullable)
  reason!: string | null;

  @ShownObject(() => DueAnswer, 'Until when the unit writes from then on; null: as before', nullable)
  submitBy!: DueAnswer | null;

  @ShownObject(() => DueAnswer, 'Until when it is appraised from then on; null: as before', nullable)
  appraiseBy!: DueAnswer | null;

  @ShownObject(() => ScoreEventAnswer, 'Who did so, and when')
  by!: ScoreEventAnswer;
}

class OpenDeadlineAnswer implements OpenDeadline {
  @Shown('text', 'What is possible until then', { enum: ['submission', 'appraisal', 'explanation', 'objection'] })
  what!: OpenDeadline['what'];

  @Shown('text', 'Only of these components; null: of the whole file', { isArray: true, nullable: true })
  components!: string[] | null;

  @Shown('text', 'Of a question: its id', nullable)
  explanationId!: string | null;

  @Shown('text', 'Before this instant: the one in effect')
  until!: string;
}

class FileResultsAnswer {
  @Shown('text', 'open until provisional results are announced, provisional until they are published', {
    enum: ['open', 'provisional', 'official'],
  })
  status!: FileCourse['results']['status'];

  @Shown('text', 'The unit may object before this instant; null unless provisional', nullable)
  objectUntil!: string | null;
}

export class FileCourseAnswer implements FileCourse {
  @Shown('text', 'The unit')
  unitId!: string;

  @Shown('text', 'Its name', nullable)
  unitName!: string | null;

  @Shown('integer', 'Assessment year')
  year!: number;

  @Shown('text', 'The block (Khối) that the file was opened in')
  blockId!: string;

  @ShownObject(() => RulesetRefBody, 'The rules that bind it')
  ruleset!: RulesetRefBody;

  @Shown('text', 'Where the file stands; ended: its unit ended within the year', { enum: fileStates })
  state!: FileState;

  @ShownObject(() => FileResultsAnswer, "Of the results of its block's year")
  results!: FileResultsAnswer;

  @Shown('text', "The first day without the unit, in the file's year or before", nullable)
  endedOn!: string | null;

  @ShownObject(() => WaitAnswer, 'What it waits for, of whom', list)
  waits!: WaitAnswer[];

  @ShownObject(() => OpenDeadlineAnswer, 'Deadlines that lie ahead, the next one first', list)
  deadlines!: OpenDeadlineAnswer[];

  @ShownObject(() => StepAnswer, 'What moved the file as a whole, in the order of the log', list)
  steps!: StepAnswer[];

  @ShownObject(
    () => DeclarationAnswer,
    'Every declaration of every component; the last one of a component counts',
    list,
  )
  declarations!: DeclarationAnswer[];

  @ShownObject(() => ExtensionAnswer, 'Longer time, each with its scope and reason', list)
  extensions!: ExtensionAnswer[];

  @ShownObject(() => FieldCourseAnswer, 'Per field (lĩnh vực): its rounds of appraisal', list)
  fields!: FieldCourseAnswer[];

  @ShownObject(() => ThreadAnswer, 'Questions of the appraisers, and what the unit explained', list)
  explanations!: ThreadAnswer[];

  @ShownObject(() => CouncilDecisionAnswer, 'What the council (Hội đồng thẩm định) decided', list)
  councilDecisions!: CouncilDecisionAnswer[];

  @ShownObject(() => ObjectionAnswer, 'What the unit itself holds against its score', list)
  objections!: ObjectionAnswer[];

  @ShownObject(() => RulingAnswer, 'Points by decisions on cases that were upheld', list)
  rulings!: RulingAnswer[];

  @Shown('text', "Revision of the file's own record: in quotes, the If-Match of the next command on it")
  fileRevision!: string;

  @Shown('flag', 'True: a faulty event stopped this file; what stands here of it is from before that')
  halted!: boolean;

  @Shown('text', 'Position of its last event in the whole log, also as Consistency-Token')
  position!: string;

  @Shown(
    'text',
    'The moment asked about; at present the position of the last event of the file, of its unit or of the results of its block',
  )
  asOf!: string;
}
