import { EventStore } from '@app/event-store';
import { Injectable } from '@nestjs/common';
import { RevisionAnswer } from './revision.dto';

/** Where streams stand, asked of the log itself, so that it is never older than a command that was answered. */
@Injectable()
export class StreamHeads {
  constructor(private readonly store: EventStore) {}

  async of(stream: string): Promise<RevisionAnswer> {
    const last = await this.store.last(stream);
    if (last === undefined) return { revision: 'no-stream', position: null, recordedAt: null };
    const { revision, position, metadata } = last;
    return { revision: revision.toString(), position: position.toString(), recordedAt: metadata.recordedAt };
  }
}
