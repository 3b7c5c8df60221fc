import { bands } from './bands.rule';
import { deduction } from './deduction.rule';
import { externalIndex } from './external-index.rule';
import { manual } from './manual.rule';
import { ratio } from './ratio.rule';
import { ratioWithFloor } from './ratio-with-floor.rule';
import { sum } from './sum.rule';
import { survey } from './survey.rule';
import { yesNo } from './yes-no.rule';

/** Every rule kind. A new kind is one file beside these, its spec, and one line here. */
export const ruleKinds = [yesNo, ratio, bands, ratioWithFloor, sum, deduction, survey, externalIndex, manual] as const;
