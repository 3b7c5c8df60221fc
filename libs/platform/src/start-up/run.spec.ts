import { DomainError } from '@app/kernel';
import { StartUpRefused } from '@app/postgres';
import { NotDone } from './not-done';
import { run } from './run';

class Refused extends DomainError {
  readonly code = 'probe.refused';
  readonly kind = 'conflict';
}

describe('a failure', () => {
  const said = jest.spyOn(console, 'error').mockImplementation();
  const exit = jest.spyOn(process, 'exit').mockImplementation();
  beforeEach(() => jest.clearAllMocks());
  afterAll(() => jest.restoreAllMocks());
  const fail = (error: Error) => run(() => Promise.reject(error));

  it.each([
    [new StartUpRefused('Sai cấu hình.'), 78],
    [new Refused('Đã khóa sổ.'), 1],
    [new NotDone('Không có Khối này.'), 1],
  ])('%s is one sentence, without a stack, and exit %d', async (error, code) => {
    await fail(error);
    expect(said.mock.calls).toEqual([[error.message]]);
    expect(exit).toHaveBeenCalledWith(code);
  });

  it('that nobody foresaw keeps its stack, and exit 1', async () => {
    const bug = new TypeError('x is not a function');
    await fail(bug);
    expect(said.mock.calls).toEqual([[bug]]);
    expect(exit).toHaveBeenCalledWith(1);
  });
});
