import { logOf, pay } from '@app/testing';
import { Logger } from '@nestjs/common';
import { toyHosts } from '../test/toy-hosts';
import { ReadModelBehind } from './errors';

Logger.overrideLogger(false);

const { aProcess } = toyHosts();

describe('a reader that has just written', () => {
  it('waits a bounded time, then is told to come back', async () => {
    const store = await logOf([pay('a1', 1)]);
    const { host, readYourWrites } = await aProcess(store);
    await host.start();
    await host.catchUp();
    const begun = Date.now();
    await expect(readYourWrites.waitFor('toy', 99n, 200)).rejects.toThrow(ReadModelBehind);
    expect(Date.now() - begun).toBeLessThan(10_000);
    await readYourWrites.waitFor('toy', undefined);
  });
});
