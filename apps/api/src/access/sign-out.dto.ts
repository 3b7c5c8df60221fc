import { Shown } from '../http/answers';
import { CommandAnswer } from '../http/routes';

export class SignedOutAnswer extends CommandAnswer {
  @Shown('text', 'Where the browser goes to end the session at the identity provider too; null: nowhere', {
    nullable: true,
  })
  endSessionUrl!: string | null;
}
