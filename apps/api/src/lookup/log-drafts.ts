import { assessmentStream, selfAssessmentSubmitted } from '@app/assessment';
import { EventStore } from '@app/event-store';
import { Injectable } from '@nestjs/common';
import { canHaveFile } from './file-key';

const MOST_REMEMBERED = 10_000;

/** Which files are drafts. Asks the log itself: what is submitted is open to those who appraise it from that moment on. */
@Injectable()
export class LogDrafts {
  /** Streams of files that were submitted: that stays so, whatever is sent back, and is not asked again. */
  private readonly submitted = new Set<string>();

  constructor(private readonly store: EventStore) {}

  /** Whether the unit's file of the year is open and was never submitted. False where there is no file, or none can be. */
  async isDraft(year: string, unitId: string): Promise<boolean> {
    if (!canHaveFile(year, unitId)) return false;
    const stream = assessmentStream(Number(year), unitId);
    if (this.submitted.has(stream)) return false;
    let isOpen = false;
    for await (const { type } of this.store.read(stream)) {
      isOpen = true;
      if (type !== selfAssessmentSubmitted.type) continue;
      this.remember(stream);
      return false;
    }
    return isOpen;
  }

  private remember(stream: string): void {
    this.submitted.add(stream);
    const [oldest] = this.submitted;
    if (this.submitted.size > MOST_REMEMBERED && oldest !== undefined) this.submitted.delete(oldest);
  }
}
