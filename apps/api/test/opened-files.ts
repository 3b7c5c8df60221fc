import { writeRulesetRef } from '@app/testing';
import type { RunningApi } from './running-api';

const administrator = 'administrator-of-units';

/** A department, as it is registered. */
export const department = (unitId: string) => ({
  ...{ unitId, name: `Sở ${unitId}`, type: 'department', registeredOn: '2020-01-01' },
});

/**
 * Registers departments in the block `khoi`, lays the year 2024 down for it, and for other blocks that there are, and opens the departments'
 * files; answers the position.
 */
export async function openFiles(
  api: RunningApi,
  unitIds: readonly string[],
  otherBlocks: readonly string[] = [],
): Promise<string> {
  await api.accepted(administrator, '/blocks', { blockId: 'khoi', name: 'Khối' });
  for (const unitId of unitIds) {
    await api.accepted(administrator, '/units', department(unitId));
    await api.accepted(administrator, '/blocks/khoi/members', { unitId, from: '2020-01-01' });
  }
  const deadlines = { submitBy: '2024-12-31T17:00:00.000Z', appraiseBy: '2025-02-28T17:00:00.000Z' };
  const blocks = ['khoi', ...otherBlocks].map((blockId) => ({ blockId, ruleset: writeRulesetRef }));
  await api.accepted(administrator, '/periods', { year: 2024, ...deadlines, blocks });
  return api.accepted(administrator, '/results/2024/khoi/opening');
}
