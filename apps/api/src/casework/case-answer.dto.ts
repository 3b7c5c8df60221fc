import type { CaseEntry, CaseState, UnitYear } from '@app/case-register';
import type { CaseKind } from '@app/casework';
import { DecisionAnswer, Shown, ShownObject } from '../http/answers';
import { ChoiceField, FormField } from '../http/fields';
import { PageFilter } from '../http/pages';
import { ScoreEventAnswer } from '../scorecard/grounds.dto';
import { caseKinds } from './casework.dto';
import type { CaseRuling } from './get-case-rulings.query';

const caseStates: readonly CaseState[] = ['open', 'answered', 'closed'];

/** What one unit's year is restricted to. */
export class UnitCasesFilter extends PageFilter {
  @ChoiceField(caseKinds, { description: 'Only cases of this kind', nullable: true })
  kind: CaseKind | null = null;

  @ChoiceField(caseStates, { description: 'Only cases that have come so far', nullable: true })
  state: CaseState | null = null;
}

export class CasesFilter extends UnitCasesFilter {
  @FormField('year', { description: 'Only this assessment year', nullable: true })
  year: string | null = null;

  @FormField('key', { description: 'Only cases about this unit', nullable: true })
  unitId: string | null = null;
}

class CaseTermAnswer {
  @Shown('text', 'The last day for an answer as it was set, before days off moved it')
  dueOn!: string;
}

class CaseReplyAnswer {
  @Shown('text', 'When it was answered')
  answeredOn!: string;

  @Shown('flag', 'True: after the day on which it was due')
  late!: boolean;
}

class CaseOutcomeAnswer {
  @Shown('text', 'Outcome', { enum: ['upheld', 'rejected', 'withdrawn'] })
  outcome!: 'upheld' | 'rejected' | 'withdrawn';

  @Shown('text', 'When it was concluded')
  closedOn!: string;
}

/** There is no field for who complained, and none may be added. */
export class CaseEntryAnswer implements CaseEntry {
  @Shown('integer', 'Assessment year')
  year!: number;

  @Shown('text', 'The unit that it is about')
  unitId!: string;

  @Shown('text', 'Id of the case, unique within unit and year')
  caseId!: string;

  @Shown(
    'text',
    'phản ánh–kiến nghị, khiếu nại, reference to a tố cáo, the unit’s kiến nghị or khiếu nại about its score',
    {
      enum: caseKinds,
    },
  )
  kind!: CaseKind;

  @Shown('text', 'The component it concerns; null: none is named', { nullable: true })
  component!: string | null;

  @Shown('text', 'Number in the register it comes from; null: not given yet', { nullable: true })
  externalNumber!: string | null;

  @Shown('text', 'Channel')
  channel!: string;

  @Shown('text', 'When it came in')
  receivedOn!: string;

  @Shown('text', 'The last day on which an answer is in time')
  dueOn!: string;

  @ShownObject(() => CaseTermAnswer, 'The term as it was set')
  asked!: CaseTermAnswer;

  @Shown('text', 'How far it has come: what is concluded is closed, answered or not', { enum: caseStates })
  state!: CaseState;

  @ShownObject(() => CaseReplyAnswer, 'The answer; null: none yet', { nullable: true })
  answer!: CaseReplyAnswer | null;

  @ShownObject(() => CaseOutcomeAnswer, 'How it ended; null: it has not', { nullable: true })
  conclusion!: CaseOutcomeAnswer | null;
}

class ListedCaseAnswer extends CaseEntryAnswer {
  @Shown(
    'flag',
    'True: a faulty event stopped the cases about the unit in the year, and what stands here is from before it',
  )
  halted!: boolean;
}

class HaltedCasesAnswer implements UnitYear {
  @Shown('text', 'The unit')
  unitId!: string;

  @Shown('integer', 'Assessment year')
  year!: number;
}

export class CasesAnswer {
  @ShownObject(() => ListedCaseAnswer, 'By the day on which they are due; none about the own unit', { isArray: true })
  cases!: readonly ListedCaseAnswer[];

  @ShownObject(
    () => HaltedCasesAnswer,
    'Where a faulty event stopped the cases: some that came in since may be missing',
    {
      isArray: true,
    },
  )
  halted!: readonly HaltedCasesAnswer[];

  @Shown('text', 'Position of the log up to which this is true, or the moment asked about', { nullable: true })
  asOf!: string | null;
}

const revision =
  'Revision of the stream of all cases about the unit in the year, also as ETag; no-stream: there are none';
const position = 'Position of its last event in the whole log, also as Consistency-Token';

export class UnitCasesAnswer {
  @ShownObject(() => CaseEntryAnswer, 'By the day on which they are due', { isArray: true })
  cases!: readonly CaseEntryAnswer[];

  @Shown('text', revision)
  revision!: string;

  @Shown('text', position, { nullable: true })
  position!: string | null;
}

/** A case with all that was recorded of it. */
export class CaseCourseAnswer extends CaseEntryAnswer {
  @Shown('text', 'Why it was concluded so; null: it was not, or it is a denunciation, of which no text enters', {
    nullable: true,
  })
  reason!: string | null;

  @ShownObject(() => ScoreEventAnswer, 'Its course in the order of the log: who recorded what and when', {
    isArray: true,
  })
  events!: readonly ScoreEventAnswer[];

  @Shown('text', revision)
  revision!: string;

  @Shown('text', position, { nullable: true })
  position!: string | null;
}

export class CaseRulingAnswer implements CaseRuling {
  @Shown('text', 'The component')
  component!: string;

  @Shown('text', 'Exact points before; null: not applicable', { nullable: true })
  from!: string | null;

  @Shown('text', 'Exact points by the ruling; null: not applicable', { nullable: true })
  to!: string | null;

  @ShownObject(() => DecisionAnswer, 'The decision')
  decision!: DecisionAnswer;

  @Shown('text', 'Why')
  reason!: string;

  @ShownObject(() => ScoreEventAnswer, 'Who recorded it, and when')
  recorded!: ScoreEventAnswer;
}

export class CaseRulingsAnswer {
  @ShownObject(() => CaseRulingAnswer, 'In the order of the log', { isArray: true })
  rulings!: readonly CaseRulingAnswer[];

  @Shown('text', 'Revision of the stream of the unit’s file, which holds rulings, also as ETag: give it as If-Match')
  revision!: string;

  @Shown('text', position, { nullable: true })
  position!: string | null;
}
