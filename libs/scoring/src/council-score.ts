import { Rational } from '@app/kernel';
import type { Component } from '@app/ruleset';
import type { ComponentFacts, CouncilFacts } from './facts';
import { notApplicable } from './not-applicable';
import type { ComponentFinding } from './score-sheet';
import { sentence, spoken, spokenDate, spokenPoints } from './vietnamese';

/** The points that the council decided; the reason names its minutes and votes, and what the appraiser had given. */
export function scoreCouncil(
  component: Component,
  council: CouncilFacts,
  { appraisal }: Pick<ComponentFacts, 'appraisal'>,
): Omit<ComponentFinding, 'eventIds'> {
  const by = inWords(council);
  if (council.points === null) return notApplicable(component, `${by} chấp nhận không áp dụng`);
  const points = Rational.of(council.points);
  return {
    state: 'scored',
    points,
    reasonOf: () => {
      const before =
        appraisal === undefined ? '' : ` (thẩm định vòng ${appraisal.round}: ${spokenPoints(appraisal.points)})`;
      return sentence(`${by} cho ${spoken(points)} điểm${before}: ${council.reason}`);
    },
  };
}

function inWords({ minutes, votes }: CouncilFacts): string {
  const cast = votes.for + votes.against + votes.abstained;
  return `Hội đồng thẩm định (biên bản số ${minutes.number} ngày ${spokenDate(minutes.heldOn)}, ${votes.for}/${cast} phiếu)`;
}
