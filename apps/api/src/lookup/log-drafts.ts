import { assessmentStream, selfAssessmentSubmitted } from '@app/assessment';
import { EventStore, isOnRecord, type Moment } from '@app/event-store';
import { Injectable } from '@nestjs/common';
import { canHaveFile } from './file-key';

const MOST_REMEMBERED = 10_000;

/** Where in the log a file was first submitted, and when; nothing is ever recorded together with it. */
type Submission = Parameters<typeof isOnRecord>[0];

/** Which files are drafts. Asks the log itself: what is submitted is open to those who appraise it from that moment on. */
@Injectable()
export class LogDrafts {
  /** First submissions, by the file's stream: they stay so, whatever is sent back, and are not asked about again. */
  private readonly submissions = new Map<string, Submission>();

  constructor(private readonly store: EventStore) {}

  /**
   * Whether the unit's file of the year is open and was never submitted; with `asOf`, whether it was not by then, or is not now. False where
   * there is no file, or none can be.
   */
  async isDraft(year: string, unitId: string, asOf?: Moment): Promise<boolean> {
    if (!canHaveFile(year, unitId)) return false;
    const stream = assessmentStream(Number(year), unitId);
    const known = this.submissions.get(stream) ?? (await this.firstSubmission(stream));
    if (known === 'no-file') return false;
    return known === 'none' || (asOf !== undefined && !isOnRecord(known, asOf));
  }

  private async firstSubmission(stream: string): Promise<Submission | 'none' | 'no-file'> {
    let isOpen = false;
    for await (const { type, position, metadata } of this.store.read(stream)) {
      isOpen = true;
      if (type === selfAssessmentSubmitted.type) return this.remember(stream, { position, metadata });
    }
    return isOpen ? 'none' : 'no-file';
  }

  private remember(stream: string, submission: Submission): Submission {
    this.submissions.set(stream, submission);
    const [oldest] = this.submissions.keys();
    if (this.submissions.size > MOST_REMEMBERED && oldest !== undefined) this.submissions.delete(oldest);
    return submission;
  }
}
