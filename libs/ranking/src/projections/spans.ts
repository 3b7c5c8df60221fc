import type { BlockEvent } from '@app/unit';
import type { Span } from './block-year';

/** A unit's times in a block once one more thing was told of them, in the order of their first days. */
export function spansAfter(
  spans: readonly Span[],
  { type, data }: Exclude<BlockEvent, { type: 'BlockDefined' }>,
): readonly Span[] {
  switch (type) {
    case 'UnitJoinedBlock':
      return inOrder([...spans, { from: data.from, until: null }]);
    case 'UnitLeftBlock':
      return spans.map((span) => (span.until === null ? { ...span, until: data.until } : span));
    case 'MembershipCorrected': {
      const others = spans.filter(({ from }) => from !== data.from);
      return data.corrected === null ? others : inOrder([...others, data.corrected]);
    }
  }
}

function inOrder(spans: readonly Span[]): Span[] {
  return [...spans].sort((a, b) => (a.from < b.from ? -1 : 1));
}
