import type { UnitChangeKind } from '@app/unit';
import type { CorrectedTo, RegisteredCorrection } from '@app/unit-register';
import { Shown, ShownObject } from '../http/answers';
import { changeKinds } from './change-kinds';

const nullable = { nullable: true };

export class CorrectedToAnswer implements CorrectedTo {
  @Shown('text', 'The person, of a tenure', nullable)
  personId!: string | null;

  @Shown('text', 'Name of the person, of a tenure', nullable)
  personName!: string | null;

  @Shown('text', 'First day')
  from!: string;

  @Shown('text', 'Last day', nullable)
  until!: string | null;
}

export class RegisteredCorrectionAnswer implements RegisteredCorrection {
  @Shown('text', 'What was recorded wrongly', { enum: ['tenure', 'membership', 'change'] })
  subject!: 'tenure' | 'membership' | 'change';

  @Shown('text', 'The office, of a tenure', { ...nullable, enum: ['head', 'deputy'] })
  office!: 'head' | 'deputy' | null;

  @Shown('text', 'The person that was recorded, of a tenure', nullable)
  personId!: string | null;

  @Shown('text', 'The block that was recorded, of a membership', nullable)
  blockId!: string | null;

  @Shown('text', 'The kind of change that was recorded', { ...nullable, enum: changeKinds })
  change!: UnitChangeKind | null;

  @Shown('text', 'The first day that was recorded; of a change the day on which it took effect')
  from!: string;

  @ShownObject(() => CorrectedToAnswer, 'What was so instead; null: nothing, it was taken off the record', nullable)
  corrected!: CorrectedToAnswer | null;

  @Shown('text', 'Why')
  reason!: string;

  @Shown('text', 'Number of the document by which it was corrected')
  documentNumber!: string;

  @Shown('text', 'Account that corrected it')
  actor!: string;

  @Shown('text', 'Account in whose name that was done, by delegation', nullable)
  onBehalfOf!: string | null;

  @Shown('text', 'When it was recorded (UTC)')
  recordedAt!: string;

  @Shown('text', 'The event that says so')
  eventId!: string;
}
