import type {
  OfficialFigures,
  ProvisionalFigures,
  ResultFigures,
  UnitScore,
  UnitScoreComponent,
  UnitScoreHalt,
  UnitScoreSubtotal,
} from '@app/scorecard';
import { AmountAnswer, DecisionAnswer, RulesetAnswer, Shown, ShownObject } from '../http/answers';
import { ExplanationThreadAnswer } from './explanation.dto';
import { CitationAnswer, EvidenceAnswer, ScoreEventAnswer, ShownDeclaration } from './grounds.dto';

const parts = ['appraised', 'survey', 'bonus', 'penalty'] as const;
const amount = () => AmountAnswer;

export class ComponentScoreAnswer implements UnitScoreComponent {
  @Shown('text', 'Code of the component (tiêu chí thành phần)')
  code!: string;

  @Shown('text', 'Name')
  name!: string;

  @Shown('text', 'Code of the criterion (tiêu chí)')
  criterion!: string;

  @Shown('text', 'Code of the field (lĩnh vực)')
  field!: string;

  @Shown('text', 'Which part of the total it belongs to', { enum: parts })
  part!: (typeof parts)[number];

  @Shown('text', 'missing: not appraised yet, or a person must decide', {
    enum: ['scored', 'not-applicable', 'missing'],
  })
  state!: UnitScoreComponent['state'];

  @ShownObject(amount, 'Self-score (điểm tự chấm), for comparison', { nullable: true })
  self!: AmountAnswer | null;

  @Shown('text', 'Exact points given by the appraiser (điểm thẩm định)', { nullable: true })
  appraised!: string | null;

  @Shown('text', 'Exact points by a decision on an upheld case, above the appraised ones; null: no decision', {
    nullable: true,
  })
  ruled!: string | null;

  @ShownObject(amount, 'The points that count', { nullable: true })
  points!: AmountAnswer | null;

  @ShownObject(amount, 'The applicable maximum')
  maximum!: AmountAnswer;

  @Shown('text', 'Exact points as published', { nullable: true })
  published!: string | null;

  @Shown('text', 'Vietnamese: why these points')
  reason!: string;

  @ShownObject(() => CitationAnswer, 'The clause that its rule comes from')
  citation!: CitationAnswer;

  @ShownDeclaration('What the unit declared, as it declared it; null: nothing')
  declaration!: UnitScoreComponent['declaration'];

  @ShownObject(() => EvidenceAnswer, 'Documents named as its proof (tài liệu kiểm chứng)', { isArray: true })
  evidence!: EvidenceAnswer[];

  @Shown('text', 'The events behind it', { isArray: true })
  eventIds!: string[];

  @ShownObject(() => ScoreEventAnswer, 'The same events in log order: who recorded what and when', { isArray: true })
  events!: ScoreEventAnswer[];
}

export class SubtotalAnswer implements UnitScoreSubtotal {
  @Shown('text', 'Code')
  code!: string;

  @Shown('text', 'Name')
  name!: string;

  @ShownObject(amount, 'Sum of unrounded points')
  points!: AmountAnswer;

  @ShownObject(amount, 'Maximum')
  maximum!: AmountAnswer;
}

class ResultFiguresAnswer implements ResultFigures {
  @ShownObject(amount, 'Total')
  total!: AmountAnswer;

  @ShownObject(amount, 'Index %')
  index!: AmountAnswer;

  @Shown('text', 'Class (xếp loại)')
  className!: string;

  @Shown('integer', 'Rank within the block')
  rank!: number;

  @Shown('flag', 'True: shares the rank (đồng hạng)')
  tied!: boolean;

  @Shown('integer', 'Number of ranked units')
  n!: number;

  @Shown('text', 'The event that says so')
  eventId!: string;
}

export class OfficialResultAnswer extends ResultFiguresAnswer implements OfficialFigures {
  @ShownObject(() => DecisionAnswer, 'The decision that published or corrected it')
  decision!: DecisionAnswer;

  @Shown('text', 'When it was published or corrected')
  publishedAt!: string;

  @Shown('text', 'Why it was corrected; null: as first published', { nullable: true })
  correction!: string | null;
}

export class ProvisionalResultAnswer extends ResultFiguresAnswer implements ProvisionalFigures {
  @Shown('text', 'When it was announced')
  announcedAt!: string;
}

export class HaltAnswer implements UnitScoreHalt {
  @Shown('text', 'The event')
  eventId!: string;

  @Shown('text', 'Its type')
  type!: string;

  @Shown('text', 'Its stream')
  stream!: string;

  @Shown('text', 'Position in the log')
  position!: string;
}

export class UnitScoreAnswer implements UnitScore {
  @Shown('text', 'The unit')
  unitId!: string;

  @Shown('text', 'Its name', { nullable: true })
  unitName!: string | null;

  @Shown('integer', 'Assessment year')
  year!: number;

  @Shown('text', 'Its block (Khối)')
  blockId!: string;

  @Shown('text', 'open until provisional results are announced, provisional until they are published', {
    enum: ['open', 'provisional', 'official'],
  })
  status!: UnitScore['status'];

  @Shown('text', 'The unit may object before this instant; null unless provisional', { nullable: true })
  objectUntil!: string | null;

  @Shown('text', 'Where the file stands', { enum: ['declaring', 'awaiting-approval', 'submitted', 'appraised'] })
  phase!: UnitScore['phase'];

  @ShownObject(() => RulesetAnswer, 'The rules that bind it')
  ruleset!: RulesetAnswer;

  @ShownObject(amount, 'Appraised points')
  appraised!: AmountAnswer;

  @ShownObject(amount, 'Survey points (điều tra xã hội học)')
  survey!: AmountAnswer;

  @ShownObject(amount, 'Bonus, within its cap')
  bonus!: AmountAnswer;

  @ShownObject(amount, 'Penalty, within its cap')
  penalty!: AmountAnswer;

  @ShownObject(amount, 'Self-scores, for comparison only: never part of the total')
  self!: AmountAnswer;

  @ShownObject(amount, 'Total')
  total!: AmountAnswer;

  @Shown('flag', 'True: components are missing, and the total is the sum of those known so far')
  partial!: boolean;

  @ShownObject(amount, 'The applicable maximum')
  maximum!: AmountAnswer;

  @ShownObject(amount, 'Total ÷ maximum × 100; null while a component is missing', { nullable: true })
  index!: AmountAnswer | null;

  @Shown('text', 'Class (xếp loại)', { nullable: true })
  className!: string | null;

  @Shown('text', 'Grade', { nullable: true })
  grade!: string | null;

  @Shown('text', 'Components still missing', { isArray: true })
  missing!: string[];

  @ShownObject(() => SubtotalAnswer, 'Per field (lĩnh vực)', { isArray: true })
  fields!: SubtotalAnswer[];

  @ShownObject(() => SubtotalAnswer, 'Per criterion (tiêu chí)', { isArray: true })
  criteria!: SubtotalAnswer[];

  @ShownObject(() => ExplanationThreadAnswer, 'Questions of the appraisers, and what the unit explained', {
    isArray: true,
  })
  explanations!: ExplanationThreadAnswer[];

  @ShownObject(() => ComponentScoreAnswer, 'Per component', { isArray: true })
  components!: ComponentScoreAnswer[];

  @ShownObject(() => OfficialResultAnswer, 'What was published, or last corrected', { nullable: true })
  official!: OfficialResultAnswer | null;

  @ShownObject(() => ProvisionalResultAnswer, 'What was announced, while nothing is official', { nullable: true })
  provisional!: ProvisionalResultAnswer | null;

  @Shown('flag', 'True: a faulty event stopped this unit-year; what stands here is from before it')
  halted!: boolean;

  @ShownObject(() => HaltAnswer, 'That event; null: none stopped it', { nullable: true })
  haltedBy!: HaltAnswer | null;

  @Shown('text', 'Position of the log up to which this is true, or the moment asked about', { nullable: true })
  asOf!: string | null;
}
