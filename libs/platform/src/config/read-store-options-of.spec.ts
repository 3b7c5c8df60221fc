import type { Config } from './config';
import { readStoreOptionsOf } from './read-store-options-of';

const config = { eventStoreUrl: undefined, projectionParts: undefined };

it.each<[Config['logLevel'], boolean]>([
  ['debug', true],
  ['info', true],
  ['warn', false],
  ['error', false],
  ['silent', false],
])('at log level %s, whether runners say which requests they applied: %s', (logLevel, traces) => {
  expect(readStoreOptionsOf({ ...config, logLevel })).toMatchObject({ traces });
});
