import type { Due } from '@app/file-register';
import { Shown } from '../http/answers';

/** An instant that somebody set, and what became of it by the working calendar. */
export class DueAnswer implements Due {
  @Shown('text', 'As it was set; null: the year’s, as its opening tells', { nullable: true })
  asked!: string | null;

  @Shown('text', 'In effect: later where its last day is a day off')
  effective!: string;
}
