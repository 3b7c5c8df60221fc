import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesetSchema } from '.';

const published = join(__dirname, '../schema/ruleset.schema.json');

/** Run with UPDATE_SCHEMA=1 to publish the schema again after a rule kind was added. */
if (process.env['UPDATE_SCHEMA'] === '1') {
  writeFileSync(published, `${JSON.stringify(rulesetSchema, null, 2)}\n`);
}

it('publishes exactly the schema that files are checked against', () => {
  expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(rulesetSchema);
});
