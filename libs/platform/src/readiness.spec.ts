import type { ReadStoreHealth } from '@app/read-store';
import { publicProblems } from './readiness';

const health = (lastError: string | null, problems: readonly string[], errors: readonly string[] = []) =>
  ({
    ready: false,
    projections: [{ lastError, problems }],
    quarantine: errors.map((error) => ({ error })),
  }) as unknown as ReadStoreHealth;

it('tells everybody that a projection fails, not what a database or a piece of code said', () => {
  const inside = 'QueryFailedError: Query runner already released: cannot run queries.';
  expect(publicProblems(health(inside, [`Bộ chiếu “xếp hạng” gặp lỗi: ${inside}`]))).toEqual([
    'Bộ chiếu “xếp hạng” gặp lỗi; chi tiết ở nhật ký vận hành.',
  ]);
});

it('tells everybody which part waits for which event, not what the event broke', () => {
  const problem = 'Bộ chiếu “x” tạm dừng phần “2024.so_a” vì sự kiện UnitRegistered';
  expect(publicProblems(health(null, [`${problem}: no such column: y`], ['no such column: y']))).toEqual([
    `${problem}; chi tiết ở nhật ký vận hành.`,
  ]);
});

it('leaves every other problem as it is', () => {
  const late = 'Bộ chiếu “x” chậm 40 giây so với nhật ký.';
  expect(publicProblems(health(null, [late], ['giây so với nhật ký.']))).toEqual([late]);
});
