import type { ExecutionContext } from '@nestjs/common';
import { catchError, lastValueFrom, map, of } from 'rxjs';
import { insideOneAnother, type SyncInterceptor } from './inside-one-another';

const named = (name: string): SyncInterceptor => ({
  intercept: (_context, next) => next.handle().pipe(map((answer) => `${name}(${String(answer)})`)),
});
const throwing: SyncInterceptor = {
  intercept: () => {
    throw new Error('inner');
  },
};
const catching: SyncInterceptor = {
  intercept: (_context, next) => next.handle().pipe(catchError(({ message }: Error) => of(`caught ${message}`))),
};
const answered = (...interceptors: readonly SyncInterceptor[]) =>
  lastValueFrom(insideOneAnother(...interceptors).intercept({} as ExecutionContext, { handle: () => of('answer') }));

it('puts the first outermost, the handler innermost', async () => {
  expect(await answered()).toBe('answer');
  expect(await answered(named('a'), named('b'), named('c'))).toBe('a(b(c(answer)))');
});

it('shows what an inner one throws to those around it', async () => {
  expect(await answered(catching, named('a'), throwing)).toBe('caught inner');
  await expect(answered(throwing, catching)).rejects.toThrow('inner');
});
