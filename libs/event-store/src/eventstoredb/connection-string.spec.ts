import { hostsOf, newClient } from './connection-string';
import { InvalidConnectionString } from './errors';

describe('The address of EventStoreDB', () => {
  it.each([
    ['esdb://a:2113?tls=false', 'a:2113'],
    ['esdb+discover://cluster.local:2113', 'cluster.local:2113'],
    ['esdb://a:2111,b:2112,c:2113?tls=true', 'a:2111,b:2112,c:2113'],
    ['kurrentdb://a:2113?tls=false', 'a:2113'],
    ['kurrentdb+discover://a:2113', 'a:2113'],
    ['KurrentDB://a', 'a'],
    ['esdb://user:p%40ss@a:2113', 'a:2113'],
  ])('%s is understood, and printed without credentials', async (address, hosts) => {
    expect(hostsOf(address)).toBe(hosts);
    await newClient(address).dispose();
  });

  it.each(['', 'http://a:2113', 'esdb:a:2113', 'esdb://'])('%s is refused', (address) => {
    expect(() => hostsOf(address)).toThrow(InvalidConnectionString);
  });

  it('is refused when it would have a lost race reported with a wrong revision', () => {
    expect(() => newClient('esdb://a:2113?tls=false&throwOnAppendFailure=false')).toThrow(/throwOnAppendFailure/);
  });

  it('never shows a password, however wrong it is', () => {
    for (const address of ['esdb://user:secret@a:port', 'esdb://user:secret@a:2113?tls=maybe', 'esdb://user:secret@']) {
      const message = messageOf(() => newClient(address));
      expect(message).not.toContain('secret');
      expect(message).toMatch(/^Địa chỉ EventStoreDB/);
    }
  });
});

function messageOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return error instanceof InvalidConnectionString ? error.message : 'another error';
  }
  return 'no error';
}
