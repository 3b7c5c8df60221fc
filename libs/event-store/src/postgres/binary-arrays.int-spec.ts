import { testDatabase } from '@app/testing';
import { Client } from 'pg';
import { textArray } from './binary-arrays';

it('is read by PostgreSQL as it was given', async () => {
  const database = await testDatabase();
  const client = new Client({ connectionString: database.appUrl });
  await client.connect();
  try {
    const texts = ['', null, 'a "quoted" \\ {text}, NULL', 'null', 'Khối Quận – huyện', '🏛', '{"a":"b\\n"}', '\ud800'];
    const { rows } = await client.query('SELECT unnest($1::text[]) AS text', [textArray(texts)]);
    expect(rows.map(({ text }) => text as unknown)).toEqual([...texts.slice(0, -1), '\ufffd']);
    const none = await client.query('SELECT cardinality($1::text[]) AS count', [textArray([])]);
    expect(none.rows).toEqual([{ count: 0 }]);
  } finally {
    await client.end();
    await database.drop();
  }
});
