import type { ConsequenceFlag, Flags, FlagTurn } from '@app/accountability';
import { Shown, ShownObject } from '../http/answers';
import { ChoiceField, FormField } from '../http/fields';
import { PageFilter } from '../http/pages';
import { RulesetRefBody } from '../period/period.dto';

export const flagKinds = [
  'reward-candidate',
  'beyond-quota',
  'discipline-a',
  'discipline-b',
  'insufficient-data',
  'needs-human-decision',
] as const;

export class FlagsFilter extends PageFilter {
  @FormField('year', { description: 'Only this year', nullable: true })
  year: string | null = null;

  @FormField('key', { description: 'Only this block (Khối)', nullable: true })
  blockId: string | null = null;

  @ChoiceField(['true', 'false'], {
    description: 'true: also what was proposed once and no longer stands',
    nullable: true,
  })
  superseded: 'true' | 'false' | null = null;
}

class FlagTurnAnswer implements FlagTurn {
  @Shown('text', 'Position in the log')
  position!: string;

  @Shown('text', 'The event')
  eventId!: string;

  @Shown('text', 'When')
  at!: string;
}

class TenureAnswer {
  @Shown('text', 'Office', { enum: ['head', 'deputy'] })
  office!: 'head' | 'deputy';

  @Shown('text', 'The person')
  personId!: string;

  @Shown('text', 'Name')
  personName!: string;

  @Shown('text', 'First day')
  from!: string;

  @Shown('text', 'Last day', { nullable: true })
  until!: string | null;
}

export class FlagAnswer implements ConsequenceFlag {
  @Shown('text', 'What is proposed, or why nothing can be', { enum: flagKinds })
  kind!: ConsequenceFlag['kind'];

  @Shown('integer', 'Assessment year')
  year!: number;

  @Shown('text', 'The block (Khối)')
  blockId!: string;

  @Shown('text', 'Its name')
  blockName!: string;

  @Shown('text', 'The unit')
  unitId!: string;

  @Shown('text', 'Its name')
  unitName!: string;

  @Shown('flag', 'An open complaint or objection could still change it')
  pending!: boolean;

  @Shown('text', 'Vietnamese: the clause, each premise with its figures, the conclusion', { isArray: true })
  derivation!: string[];

  @Shown('text', 'Vietnamese: what speaks against it', { isArray: true })
  caveats!: string[];

  @Shown('text', 'Vietnamese: names the open complaints and objections; none for whoever belongs to the unit', {
    isArray: true,
  })
  openCases!: readonly string[];

  @Shown('text', 'What the reading of the rule that was not chosen would say', {
    nullable: true,
    enum: ['holds', 'fails', 'unknown'],
  })
  otherReading!: ConsequenceFlag['otherReading'];

  @Shown('text', 'The events it rests on', { isArray: true })
  eventIds!: string[];

  @ShownObject(() => TenureAnswer, 'Who answered for the unit in each part of each year', { isArray: true })
  tenures!: TenureAnswer[];

  @ShownObject(() => RulesetRefBody, 'The rules')
  ruleset!: RulesetRefBody;

  @ShownObject(() => FlagTurnAnswer, 'What raised it')
  since!: FlagTurnAnswer;

  @ShownObject(() => FlagTurnAnswer, 'What ended or replaced it', { nullable: true })
  superseded!: FlagTurnAnswer | null;
}

export class FlagsAnswer implements Flags {
  @ShownObject(() => FlagAnswer, 'Proposals, never sanctions', { isArray: true })
  flags!: FlagAnswer[];

  @Shown('text', 'Position of the log up to which this is true, or the moment asked about', { nullable: true })
  asOf!: string | null;
}
