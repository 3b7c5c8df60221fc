import { sampleDays, writeRulesetRef } from '@app/testing';
import {
  assessmentOpened,
  selfAssessmentReturned,
  selfAssessmentSubmitted,
  selfScoreRecorded,
} from '../src/assessment.events';
import { extensionGranted } from '../src/extension.events';

/** The file that the specs of its course begin with: opened for 2024, its components declared by chuyen_vien, approved by thu_truong. */
export const unitYear = { year: 2024, unitId: 'so_noi_vu' };
export const submitBy = '2025-01-15T10:00:00.000Z';
export const appraiseBy = '2025-03-14T10:00:00.000Z';
export const calendar = sampleDays(2025);

export const opened = assessmentOpened.of({
  ...unitYear,
  blockId: 'so_nganh',
  ruleset: writeRulesetRef,
  submitBy,
  appraiseBy,
});

export const declared = (component: string, enteredBy = ['chuyen_vien']) =>
  selfScoreRecorded.of({
    ...unitYear,
    component,
    declaration: { kind: 'points', points: '1' },
    points: '1',
    overrideReason: null,
    evidence: [],
    explanation: null,
    enteredBy,
  });

export const submitted = selfAssessmentSubmitted.of({ ...unitYear, approvedBy: ['thu_truong'] });

/** Longer until an instant that took effect as it was set: for the whole file, or for components. */
export const extended = (until: string, components: readonly string[] | null = null) =>
  extensionGranted.of({ ...unitYear, submitBy: until, asked: { submitBy: until }, components, reason: 'Bão số 3' });

/** Sent back until an instant that took effect as it was set. */
export const returned = (until: string) =>
  selfAssessmentReturned.of({ ...unitYear, submitBy: until, asked: { submitBy: until }, reason: 'Thiếu tài liệu' });
