import quanHuyen1 from '../rulesets/hcm-quan-huyen.v1.json';
import quanHuyen2 from '../rulesets/hcm-quan-huyen.v2.json';
import soBanNganh1 from '../rulesets/hcm-so-ban-nganh.v1.json';
import soBanNganh2 from '../rulesets/hcm-so-ban-nganh.v2.json';
import { parseRuleset } from './parse-ruleset';
import type { Ruleset } from './ruleset';

/** The ruleset files that come with the program, by file name. A new file is one import and one line here. */
const files: Readonly<Record<string, unknown>> = {
  'hcm-so-ban-nganh.v1.json': soBanNganh1,
  'hcm-so-ban-nganh.v2.json': soBanNganh2,
  'hcm-quan-huyen.v1.json': quanHuyen1,
  'hcm-quan-huyen.v2.json': quanHuyen2,
};

/**
 * The sample rulesets (mẫu) of TP.HCM's two blocks under QĐ 4000/QĐ-UBND (11/2021): `hcm-so-ban-nganh` and `hcm-quan-huyen`, version 1
 * in force from 2022, version 2 from 2024. Their points are invented; what QĐ 4000 says of reward and discipline is not.
 */
export function sampleRulesets(): readonly Ruleset[] {
  samples ??= Object.freeze(Object.entries(files).map(([fileName, json]) => parseRuleset(json, fileName)));
  return samples;
}

/** Frozen, so that one parse serves every caller: the one of national size is made of these as well. */
let samples: readonly Ruleset[] | undefined;
