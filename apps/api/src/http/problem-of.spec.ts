import { SubmissionDeadlinePassed } from '@app/assessment';
import { ResultsAreNotReady } from '@app/publication';
import { InvalidRuleInput } from '@app/ruleset';
import { problemOf } from './problem-of';

const detailOf = (refusal: Error) => problemOf(refusal).problem.detail;

describe('the detail of a refusal', () => {
  it('says what is wrong, and then what to do next', () => {
    const late = new SubmissionDeadlinePassed('2025-01-15T10:00:00.000Z', '2025-01-15T10:00:00.000Z');
    expect(detailOf(late)).toBe(
      'Đã hết hạn nộp lúc 17:00 15/01/2025 (giờ Việt Nam). Đề nghị Sở Nội vụ gia hạn, nêu rõ lý do.',
    );
  });

  it('is two sentences, also where what is wrong ends without a stop', () => {
    const refusal = new InvalidRuleInput({ code: '1.1.1', name: 'Kế hoạch' }, 'chọn yes hoặc no');
    expect(detailOf(refusal)).toMatch(/: chọn yes hoặc no\. Kê khai /);
  });

  it('is short where many units are to be named: these are listed in `details`, one by one', () => {
    const unit = {
      unitId: 'u1',
      name: 'Sở 1',
      kind: 'not-appraised',
      reason: 'chưa kết thúc thẩm định',
      until: null,
    } as const;
    const { detail, details } = problemOf(new ResultsAreNotReady([unit, { ...unit, unitId: 'u2' }])).problem;
    expect(detail).toMatch(/^Còn 2 đơn vị của Khối chưa xong\. .*"details"/);
    expect(details).toEqual({ units: [unit, { ...unit, unitId: 'u2' }] });
  });
});
