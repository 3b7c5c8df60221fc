import type { LineageKind, UnitChangeKind } from '@app/unit';

/** How a unit can have come out of others, as the document names it. */
export const lineageKinds: readonly LineageKind[] = [
  ...(['created', 'merged', 'absorbed', 'split', 'partial-transfer', 'level-change'] as const),
];

/** And how else it can have changed. */
export const changeKinds: readonly UnitChangeKind[] = [...lineageKinds, 'renaming', 'dissolution'];
