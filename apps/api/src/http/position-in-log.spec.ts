import type { CallHandler, ExecutionContext } from '@nestjs/common';
import type { EventStore } from '@app/event-store';
import { ReadModelBehind } from '@app/read-store';
import { lastValueFrom, throwError } from 'rxjs';
import { InvalidRequest } from './edge-refusal';
import { PositionInLog } from './position-in-log';

const failing = (error: Error): CallHandler => ({ handle: () => throwError(() => error) });
const asking = (after?: string) => {
  const request = { query: { after }, get: () => undefined };
  return { switchToHttp: () => ({ getRequest: () => request }) } as unknown as ExecutionContext;
};

async function answer(error: Error, after: string | undefined, head: bigint | undefined): Promise<unknown> {
  const store = { head: () => Promise.resolve(head) } as EventStore;
  return lastValueFrom(new PositionInLog(store).intercept(asking(after), failing(error))).catch(
    (told: unknown) => told,
  );
}

const behind = new ReadModelBehind('ranking', 8n, 5n);

it.each([7n, undefined])('refuses a position that a log ending at %s does not have', async (head) => {
  const told = await answer(behind, '8', head);
  expect(told).toBeInstanceOf(InvalidRequest);
  expect((told as InvalidRequest).errors).toEqual([
    { field: 'after', detail: 'nhật ký chưa có vị trí này: chỉ dùng vị trí mà một thao tác ghi đã trả về' },
  ]);
});

it.each([8n, 9n])('leaves a position that the log has, ending at %s, worth a retry', async (head) => {
  expect(await answer(behind, '8', head)).toBe(behind);
});

it('leaves every other failure as it is', async () => {
  const other = new Error('other');
  expect(await answer(other, '8', 7n)).toBe(other);
  expect(await answer(behind, undefined, 7n)).toBe(behind);
});
