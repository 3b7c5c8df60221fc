import { type Descent, lastYearOf } from './descent';

const merged: Descent = { changes: [{ unit_id: 'u', year: 2025 }], rulings: [] };
const ruled = (predecessor_id: string | null): Descent => ({
  ...merged,
  rulings: [{ unit_id: 'u', year: 2025, predecessor_id, reason: 'x', event_id: 'e' }],
});

describe('whose last year counts', () => {
  it.each([
    ['of a unit that did not change: its own', 'v', 2025, merged, 'v'],
    ['of a unit that came out of others this year: nobody’s', 'u', 2025, merged, null],
    ['of a unit that did so last year: nobody’s', 'u', 2026, merged, null],
    ['long after: its own', 'u', 2027, merged, 'u'],
    ['before: its own', 'u', 2024, merged, 'u'],
    ['as ruled: the predecessor’s', 'u', 2025, ruled('a'), 'a'],
    ['as ruled: its own', 'u', 2025, ruled('u'), 'u'],
    ['as ruled: nobody’s', 'u', 2025, ruled(null), null],
    ['in a year that the ruling is not about: nobody’s', 'u', 2026, ruled('a'), null],
  ])('%s', (_, unitId, year, descent, expected) => expect(lastYearOf(unitId, year, descent)).toBe(expected));
});
