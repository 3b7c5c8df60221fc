import { Rational } from '@app/kernel';
import type { UnitScore, UnitScoreComponent, UnitScoreSubtotal } from '@app/scorecard';
import { decimalComma, percent, textTable } from '@app/terminal';

/** A sheet for the screen: components under their fields with subtotals, then how the parts make the total and the index. */
export function scoreText(score: UnitScore): string {
  const status = score.status === 'official' ? 'chính thức' : 'tạm tính';
  const sample = score.ruleset.sample ? ' — mẫu' : '';
  return [
    `${score.unitName ?? score.unitId}, năm ${score.year} (${status}, tính đến vị trí ${score.asOf} của nhật ký)`,
    `Bộ tiêu chí: ${score.ruleset.title}, phiên bản ${score.ruleset.version}${sample}`,
    `Chỉ số ${indexOf(score)}, xếp loại ${score.className ?? '—'}: ${score.partial ? 'mới có ' : ''}` +
      `${decimalComma(score.total.displayed)} trên ${decimalComma(score.maximum.displayed)} điểm${missingIn(score)}`,
    '',
    textTable(
      [
        { heading: 'Mã' },
        { heading: 'Tiêu chí thành phần' },
        { heading: 'Tối đa', align: 'right' },
        { heading: 'Tự chấm', align: 'right' },
        { heading: 'Điểm', align: 'right' },
        { heading: 'Điều khoản' },
        { heading: 'Lý do' },
      ],
      score.fields.flatMap((field) => fieldRows(field, score.components)),
    ),
    textTable([{ heading: 'Tổng hợp' }, { heading: 'Điểm', align: 'right' }, { heading: '' }], sumRows(score)),
    ...footnotes(score.components),
  ].join('\n');
}

function fieldRows(field: UnitScoreSubtotal, components: readonly UnitScoreComponent[]): string[][] {
  const { code, name, maximum, points } = field;
  const sum = [
    '',
    `Cộng lĩnh vực ${code}: ${name}`,
    decimalComma(maximum.displayed),
    '',
    decimalComma(points.displayed),
  ];
  return [...components.filter((component) => component.field === code).map(componentRow), [...sum, '', '']];
}

function componentRow({ code, name, maximum, self, points, state, citation, reason }: UnitScoreComponent): string[] {
  const shown = points === null ? { missing: 'thiếu', 'not-applicable': 'KAD', scored: '—' }[state] : points.displayed;
  return [
    code,
    name,
    decimalComma(maximum.displayed),
    self ? decimalComma(self.displayed) : '—',
    decimalComma(shown),
    citation.clause,
    reason,
  ];
}

function sumRows(score: UnitScore): string[][] {
  const { appraised, survey, bonus, penalty, total, partial, maximum, components } = score;
  const parts = [
    ['Điểm thẩm định', appraised.displayed, ''],
    ['Điểm điều tra xã hội học', survey.displayed, ''],
    ['Điểm thưởng', bonus.displayed, beyondCap('thưởng', sumOf('bonus', components), bonus)],
    ['Điểm trừ', negative(penalty.displayed), beyondCap('trừ', sumOf('penalty', components).negated(), penalty)],
    [partial ? 'Tổng điểm (chưa đủ)' : 'Tổng điểm', total.displayed, 'thẩm định + điều tra + thưởng − trừ'],
    ['Điểm tối đa', maximum.displayed, ''],
  ] as const;
  const index = ['Chỉ số', indexOf(score), 'tổng điểm ÷ điểm tối đa'];
  return [...parts.map(([name, points, note]) => [name, decimalComma(points), note]), index];
}

function sumOf(part: UnitScoreComponent['part'], components: readonly UnitScoreComponent[]): Rational {
  const own = components.filter((component) => component.part === part);
  return Rational.sum(own.flatMap(({ points }) => (points === null ? [] : Rational.of(points.exact))));
}

/** `thưởng 2,50, trần 2 → 2,00`; empty where the cap takes nothing away. */
function beyondCap(name: string, before: Rational, counted: UnitScore['bonus']): string {
  const cap = Rational.of(counted.exact);
  if (!before.gt(cap)) return '';
  const places = counted.displayed.split('.')[1]?.length ?? 0;
  return `${name} ${decimalComma(before.toFixed(places))}, trần ${decimalComma(cap.toString())} → ${decimalComma(counted.displayed)}`;
}

function negative(displayed: string): string {
  return /[1-9]/.test(displayed) ? `-${displayed}` : displayed;
}

function indexOf({ index }: UnitScore): string {
  return index === null ? 'chưa đủ điểm thành phần' : percent(index.displayed);
}

/** Empty where the sum is complete. */
function missingIn({ partial, missing }: UnitScore): string {
  return partial ? `; còn thiếu điểm của ${missing.length} tiêu chí thành phần` : '';
}

function footnotes(components: readonly UnitScoreComponent[]): string[] {
  const has = (state: UnitScoreComponent['state']) => components.some((component) => component.state === state);
  const documents = new Set(components.map(({ citation }) => citation.document));
  return [
    `Điều khoản theo: ${[...documents].join('; ')}.`,
    ...(has('not-applicable') ? ['KAD: không áp dụng, điểm tối đa của tiêu chí được rút khỏi tổng điểm tối đa.'] : []),
    ...(has('missing') ? ['thiếu: chưa có điểm; chưa biết không có nghĩa là 0 điểm.'] : []),
    'Điểm cộng lĩnh vực gồm cả điểm thưởng, điểm trừ trước khi áp trần. Mọi tổng tính trên số chính xác, chỉ làm tròn khi hiển thị.',
  ];
}
