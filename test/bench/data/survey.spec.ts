import { MAX_RESPONSES } from '@app/survey';
import { surveyBatch, surveyResponses } from './survey';

describe('the survey responses of the benchmark', () => {
  it('are the same for the same seed, and hardly two of a batch are alike: nothing is won by compressing them', () => {
    const batch = surveyResponses(1, MAX_RESPONSES);
    expect(surveyResponses(1, MAX_RESPONSES)).toEqual(batch);
    expect(surveyResponses(2, MAX_RESPONSES)).not.toEqual(batch);
    expect(new Set(batch).size).toBeGreaterThan(0.95 * MAX_RESPONSES);
  });

  it('answer every question, and every batch has a digest of its own', () => {
    const [one = ''] = surveyResponses(1, 1);
    const [first, second] = [surveyBatch('u1', [one]), surveyBatch('u2', [one])];
    expect(one).toHaveLength(first.questions.length);
    expect(one).not.toContain('-');
    expect(first.sourceSha256).not.toBe(second.sourceSha256);
  });
});
