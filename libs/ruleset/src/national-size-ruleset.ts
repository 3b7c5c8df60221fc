import { parseRuleset } from './parse-ruleset';
import type { Citation, Component, Criterion, Field, Ruleset } from './ruleset';
import { sampleRulesets } from './sample-rulesets';

/** Its own document: it imitates the size of a rubric, and nobody's decision. */
const sampleDocument = 'Bộ tiêu chí mẫu cỡ toàn quốc của PAR Ledger';
const TITLE = 'Bộ tiêu chí cỡ toàn quốc để thử tải (mẫu)';

/** Fields whose components stand there three times, all others' twice: 88 components in all, as many as the national rubric for provinces. */
const THREEFOLD: ReadonlySet<string> = new Set(['1', '4']);

/**
 * A sample (mẫu) as large as a national rubric, in force from 2015, for logs of national size: the components of a sample ruleset, most
 * of them several times over (numbered on). Its maximum is therefore not 100.
 */
export function nationalSizeRuleset(): Ruleset {
  const model = sampleRulesets().find(({ id, version }) => id === 'hcm-quan-huyen' && version === 2);
  if (!model) throw new Error('The sample that the national size is made of is missing');
  const { consequences, classScale, ranking, fields } = model;
  const { reward, disciplineA, disciplineB } = consequences;
  const json: Ruleset = {
    ...model,
    id: 'mau-co-toan-quoc',
    version: 1,
    title: TITLE,
    legalBasis: [cite('toàn bộ: dữ liệu thử tải, không phải bảng điểm chính thức')],
    effectiveFrom: '2015-01-01',
    fields: fields.map(multiplied),
    classScale: { ...classScale, citation: cite('thang xếp loại minh họa') },
    ranking: { ...ranking, citation: cite('cách xếp hạng minh họa') },
    consequences: {
      reward: { ...reward, citation: cite('khen thưởng minh họa') },
      disciplineA: { ...disciplineA, citation: cite('quy tắc (A) minh họa') },
      disciplineB: { ...disciplineB, citation: cite('quy tắc (B) minh họa') },
    },
  };
  return parseRuleset(json, 'mau-co-toan-quoc');
}

function cite(clause: string): Citation {
  return { document: sampleDocument, clause };
}

function multiplied(field: Field): Field {
  const times = THREEFOLD.has(field.code) ? 3 : 2;
  return {
    ...field,
    criteria: field.criteria.map((criterion) => ({ ...criterion, components: grown(criterion, times) })),
  };
}

/** The components themselves, then their copies, numbered on. */
function grown({ code, components }: Criterion, times: number): Component[] {
  const declared = components.filter(isDeclared);
  const copies = Array.from({ length: times - 1 }, (_, round) =>
    declared.map((component) => ({ ...component, name: `${component.name} (nội dung ${round + 2})` })),
  );
  return [...components, ...copies.flat()].map((component, place) => {
    const own = place < components.length ? component.code : `${code}.${place + 1}`;
    return { ...component, code: own, citation: cite(`mục ${own}`) };
  });
}

/** What the system counts itself is asked once. */
function isDeclared({ part, rule }: Component): boolean {
  return part === 'appraised' && !(rule.kind === 'deduction' && rule.counts.from === 'casework');
}
