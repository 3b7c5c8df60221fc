import type { Viewing } from '@app/access';
import { Shown, ShownObject } from '../http/answers';

export class ViewingAnswer {
  @Shown('text', 'Account that looked')
  accountId!: string;

  @Shown('text', 'Account in whose name', { nullable: true })
  onBehalfOf!: string | null;

  @Shown('text', 'Role in which')
  role!: string;

  @Shown('text', 'What was shown', {
    enum: ['score-sheet', 'proposals', 'cases', 'surveys', 'export', 'register-sheet', 'notices', 'file'],
  })
  papers!: string;

  @Shown('integer', 'The assessment year it is about; null: all', { nullable: true })
  about!: number | null;

  @Shown('integer', 'How often')
  times!: number;

  @Shown('text', 'First time')
  firstAt!: string;

  @Shown('text', 'Last time')
  lastAt!: string;

  @Shown('text', 'Where the log ended then: nothing later was seen')
  logPosition!: string;
}

export class ViewingsAnswer {
  @Shown('text', 'The unit')
  unitId!: string;

  @Shown('integer', 'The calendar year in which its papers were looked at')
  year!: number;

  @Shown('integer', 'How many records there are in all')
  total!: number;

  @ShownObject(() => ViewingAnswer, 'A page of them, the latest first', { isArray: true })
  viewings!: readonly (Viewing & { readonly logPosition: string })[];
}
