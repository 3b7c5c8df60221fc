import { longToyHistory } from '@app/testing';
import { Logger } from '@nestjs/common';
import { toyRebuilds } from '../../test/toy-rebuilds';
import { sessionOf } from '../session';
import { compareTables } from './compare';

Logger.overrideLogger(false);

const { running } = toyRebuilds();

describe('generations of which one has a table more', () => {
  it.each(['live', 'rebuilt'] as const)('are not the same where only the %s one has it', async (side) => {
    const { desk, dataSource, projection } = await running(longToyHistory(50));
    await desk.rebuild('toy');
    const { account, ...others } = projection.tables;
    const [whole, lacking] = [projection.tables, others];
    const comparison = await compareTables(sessionOf(dataSource), {
      ...{ projection: 'toy', position: 51n },
      live: { generation: 1, tables: side === 'live' ? whole : lacking },
      rebuilt: { generation: 2, tables: side === 'rebuilt' ? whole : lacking },
    });
    expect(account).toBeDefined();
    expect(comparison.same).toBe(false);
    const [ofAccount, ofBank] = ['account', 'bank'].map((name) =>
      comparison.tables.find(({ table }) => table === name),
    );
    expect(ofAccount).toMatchObject({ same: false, differences: [] });
    expect(ofAccount?.rows[side]).toBeGreaterThan(0);
    expect(ofAccount?.rows[side === 'live' ? 'rebuilt' : 'live']).toBeNull();
    expect(ofBank).toMatchObject({ same: true });
  });
});
