import { component, type HistoryEvent, inStream, smallRuleset } from '@app/testing';
import { blockDefined, unitRegistered } from '@app/unit';

/** Two components by hand in one field, each of a lead agency of its own. */
export const anyRules = {
  get: () => smallRuleset([component('1', { leadAgency: 'Sở Nội vụ' }), component('2', { leadAgency: 'Sở Tư pháp' })]),
};

/** A block `so`, and units with their names (mẫu). */
export function frame(...units: readonly (readonly [unitId: string, name: string])[]): HistoryEvent[] {
  return [
    inStream('block-so', blockDefined.of({ blockId: 'so', name: 'Khối sở' })),
    inStream('block-huyen', blockDefined.of({ blockId: 'huyen', name: 'Khối huyện' })),
    ...units.map(([unitId, name]) => {
      const about = { name, type: 'department', parentId: null, officialCode: null } as const;
      return inStream(`unit-${unitId}`, unitRegistered.of({ unitId, ...about, registeredOn: '2020-01-01' }));
    }),
  ];
}
