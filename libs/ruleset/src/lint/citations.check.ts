import type { Citation } from '../ruleset';
import { placedComponents } from '../rubric';
import { type LintCheck, problemUnless } from './lint-check';

/** Every component, the class scale, the ranking and every consequence rule says where it comes from. */
export const citations: LintCheck = {
  name: 'citations',
  find(ruleset) {
    const { classScale, ranking, consequences } = ruleset;
    const cited: readonly (readonly [string, Citation | undefined])[] = [
      ...ruleset.legalBasis.map((citation, index) => [`/legalBasis/${index}`, citation] as const),
      ...placedComponents(ruleset).map(({ component, path }) => [`${path}/citation`, component.citation] as const),
      ['/classScale/citation', classScale.citation],
      ['/ranking/citation', ranking.citation],
      ['/consequences/reward/citation', consequences.reward.citation],
      ['/consequences/disciplineA/citation', consequences.disciplineA.citation],
      ['/consequences/disciplineB/citation', consequences.disciplineB.citation],
    ];
    return [
      ...problemUnless(
        ruleset.legalBasis.length > 0,
        '/legalBasis',
        'thiếu căn cứ pháp lý: hãy ghi ít nhất một văn bản',
      ),
      ...cited.flatMap(([path, citation]) =>
        problemUnless(isComplete(citation), path, 'thiếu dẫn chiếu: hãy ghi tên văn bản và điều, khoản, mục'),
      ),
    ];
  },
};

function isComplete(citation: Citation | undefined): boolean {
  return citation !== undefined && citation.document.trim() !== '' && citation.clause.trim() !== '';
}
