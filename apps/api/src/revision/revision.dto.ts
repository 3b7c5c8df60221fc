import { Shown } from '../http/answers';

/** Where the record of one thing stands. */
export class RevisionAnswer {
  @Shown(
    'text',
    'Revision of its stream, from 0, also as ETag: give it as If-Match; no-stream: nothing is recorded yet',
  )
  revision!: string;

  @Shown('text', 'Position of its last event in the whole log, also as Consistency-Token', { nullable: true })
  position!: string | null;

  @Shown('text', 'When that was recorded', { nullable: true })
  recordedAt!: string | null;
}
