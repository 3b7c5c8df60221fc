import { FormField, TextField } from './fields';

/** A decision (quyết định) as a command names it. */
export class DecisionBody {
  @TextField({ description: 'Number of the decision (quyết định)', max: 100 })
  number!: string;

  @FormField('date', { description: 'When it was signed' })
  signedOn!: string;

  @TextField({ description: 'Who signed', max: 200 })
  signer!: string;
}
