import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

it('has the types of the document on record: otherwise run `npm run openapi`', () => {
  const document = readFileSync(join(__dirname, '../../../docs/openapi.json'));
  const [first] = readFileSync(join(__dirname, 'openapi.generated.ts'), 'utf8').split('\n');
  expect(first).toContain(createHash('sha256').update(document).digest('hex'));
});
