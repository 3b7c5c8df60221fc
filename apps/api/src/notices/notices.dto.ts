import type { ConsequenceFlag } from '@app/accountability';
import type { Notice } from '@app/notices';
import { flagKinds } from '../accountability/accountability.dto';
import { Shown, ShownObject } from '../http/answers';
import { FormField } from '../http/fields';
import { PageFilter } from '../http/pages';
import { type ProposalNotice, proposalKinds } from './proposal-notices';

const saidKinds: readonly Notice['kind'][] = [
  'file-returned',
  'extension-granted',
  'explanation-asked',
  'appraisal-closed',
  'council-decided',
  'provisional-results',
  'objection-answered',
  'points-ruled',
  'results-published',
  'results-corrected',
  're-ranked',
  'succession-ruled',
];
const nullable = { nullable: true };

export class NoticesFilter extends PageFilter {
  @FormField('year', { description: 'Only this assessment year', nullable: true })
  year: string | null = null;
}

class RankChangeAnswer {
  @Shown('integer', 'In the results told before; null: there were none, or no rank in them', nullable)
  from!: number | null;

  @Shown('integer', 'In these; null: no rank', nullable)
  to!: number | null;
}

class ClassChangeAnswer {
  @Shown('text', 'In the results told before; null: there were none, or no class in them', nullable)
  from!: string | null;

  @Shown('text', 'In these; null: no class', nullable)
  to!: string | null;
}

export class NoticeAnswer {
  @Shown('text', 'The unit that is told')
  unitId!: string;

  @Shown('integer', 'Assessment year')
  year!: number;

  @Shown('text', 'What happened', { enum: [...saidKinds, ...proposalKinds] })
  kind!: Notice['kind'] | ProposalNotice['kind'];

  @Shown('text', 'Position in the log of the event that it follows from')
  position!: string;

  @Shown('text', 'That event')
  eventId!: string;

  @Shown('text', 'When it was recorded')
  recordedAt!: string;

  @Shown('text', 'The request that it came out of (X-Correlation-Id); null for proposals', nullable)
  correlationId!: string | null;

  @Shown('text', 'Before which instant the unit submits, explains or objects', nullable)
  deadline!: string | null;

  @Shown('text', 'The component that it is about', nullable)
  component!: string | null;

  @Shown('text', 'Of a proposal: which one', { enum: flagKinds, nullable: true })
  proposal!: ConsequenceFlag['kind'] | null;

  @ShownObject(() => RankChangeAnswer, 'Of results: the own rank within the block', nullable)
  rank!: RankChangeAnswer | null;

  @ShownObject(() => ClassChangeAnswer, 'Of results: the own class (xếp loại)', nullable)
  className!: ClassChangeAnswer | null;

  @Shown('text', 'The same for people, in Vietnamese')
  text!: string;
}

export class NoticesAnswer {
  @ShownObject(() => NoticeAnswer, 'In the order of the log', { isArray: true })
  notices!: readonly NoticeAnswer[];

  @Shown('text', 'Position of the log up to which this is true, or the moment asked about', nullable)
  asOf!: string | null;
}
