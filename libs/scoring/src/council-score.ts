import { Rational } from '@app/kernel';
import type { AppraisalFacts, CouncilFacts } from './facts';
import { sentence, spoken, spokenDate } from './vietnamese';

/** The council, by its minutes and votes. */
export function councilInWords({ minutes, votes }: CouncilFacts): string {
  const cast = votes.for + votes.against + votes.abstained;
  return `Hội đồng thẩm định (biên bản số ${minutes.number} ngày ${spokenDate(minutes.heldOn)}, ${votes.for}/${cast} phiếu)`;
}

/** Why these points: the council's words, beside what the appraiser had given. */
export function councilReason(council: CouncilFacts, points: Rational, appraisal: AppraisalFacts | undefined): string {
  const before = appraisal === undefined ? '' : ` (thẩm định vòng ${appraisal.round}: ${given(appraisal)})`;
  return sentence(`${councilInWords(council)} cho ${spoken(points)} điểm${before}: ${council.reason}`);
}

function given({ points }: AppraisalFacts): string {
  return points === null ? 'không áp dụng' : `${spoken(Rational.of(points))} điểm`;
}
