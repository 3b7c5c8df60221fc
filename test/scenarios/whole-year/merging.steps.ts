import { sampleDecree } from '@app/testing';
import { administrator, blockId, blockYear, declarationOf, declared, fileOf, type Given } from './work';

const on = { effectiveOn: '2026-08-01', decree: sampleDecree };

const ended = '409 assessment.unit-has-ended';

/** Two departments with half-filled files become one on 1/8/2026. */
export function merging(given: Given): void {
  it('two departments have filled in half of their files', async () => {
    given().at('2026-06-15T02:00:00.000Z');
    await given().declare('so_d', declared.so_de, '1.1.1', '1.1.2', '1.1.3');
    await given().declare('so_e', declared.so_de, '1.1.1', '1.1.2');
  });

  it('by decree one comes out of both, which leave the block and end', async () => {
    const { desk } = given();
    given().at('2026-08-03T02:00:00.000Z');
    await given().found('so_de', 'Sở D và E (mẫu)', on.effectiveOn);
    const predecessors = ['so_d', 'so_e'].map((unitId) => ({ unitId, share: '1' }));
    const lineage = { path: { unitId: 'so_de' }, body: { kind: 'merged', predecessors, ...on } } as const;
    await desk.does(administrator, '/units/{unitId}/lineage', lineage);
    for (const unitId of ['so_d', 'so_e']) {
      const departure = { path: { blockId }, body: { unitId, until: '2026-07-31' } };
      await desk.does(administrator, '/blocks/{blockId}/departures', departure);
      await desk.does(administrator, '/units/{unitId}/dissolution', { path: { unitId }, body: on });
    }
    const again = { path: { unitId: 'so_d' }, body: { name: 'Sở D', ...on } };
    expect(await desk.refused(administrator, '/units/{unitId}/renaming', again)).toBe('409 unit.is-dissolved');
  });

  it('the block has other members from that day on', async () => {
    const members = async (on: string) => {
      const question = { path: { blockId }, query: { on } };
      const answer = await given().desk.asks(undefined, '/blocks/{blockId}/members', question);
      return answer.members.map(({ unitId }) => unitId).sort();
    };
    expect(await members('2026-07-31')).toEqual(['so_a', 'so_b', 'so_c', 'so_d', 'so_e']);
    expect(await members('2026-08-01')).toEqual(['so_a', 'so_b', 'so_c', 'so_de']);
  });

  it('each tells where it went and came from, by which decree', async () => {
    const of = (unitId: string, day: string) =>
      given().desk.asks('auditor', '/units/{unitId}', { path: { unitId }, query: { on: day } });
    expect(await of('so_d', '2026-07-31')).toMatchObject({ status: 'active', successors: [] });
    const merged = { kind: 'merged', share: '1', effectiveOn: on.effectiveOn, decree: sampleDecree };
    expect(await of('so_d', '2026-08-01')).toMatchObject({
      ...{ status: 'dissolved', dissolvedOn: '2026-08-01', dissolution: sampleDecree, blocks: [] },
      successors: [{ unitId: 'so_de', ...merged }],
    });
    const { predecessors } = await of('so_de', '2026-08-01');
    expect(predecessors).toMatchObject([
      { unitId: 'so_d', ...merged },
      { unitId: 'so_e', ...merged },
    ]);
  });

  it('the new one gets a file of its own, empty; those of the old ones stay as far as they came', async () => {
    const again = await given().desk.does(administrator, '/results/{year}/{blockId}/opening', blockYear);
    expect(again).toMatchObject({ opened: 1, alreadyOpen: ['so_a', 'so_b', 'so_c'] });
    expect(await given().sheetOf('so_de')).toMatchObject({ phase: 'declaring', self: { exact: '0' }, index: null });
    expect(await given().sheetOf('so_d')).toMatchObject({ phase: 'declaring', self: { exact: '5' }, index: null });
    expect(await given().sheetOf('so_e')).toMatchObject({ phase: 'declaring', self: { exact: '2' }, index: null });
  });

  it('nobody writes into the files of the old ones any more', async () => {
    const { desk } = given();
    const file = '/assessments/{year}/{unitId}';
    const body = declarationOf(declared.so_de, '1.1.4');
    const scores = `${file}/self-scores` as const;
    expect(await desk.refused('unit-officer@so_d', scores, { ...fileOf('so_d'), body })).toBe(ended);
    expect(await desk.refused('unit-officer@so_d', `${file}/approval-requests`, fileOf('so_d'))).toBe(ended);
    const longer = { components: null, submitBy: '2026-12-01T17:00:00.000Z', reason: 'Sắp xếp tổ chức' };
    expect(await desk.refused(administrator, `${file}/extensions`, { ...fileOf('so_d'), body: longer })).toBe(ended);
    await desk.does('unit-officer@so_de', scores, { ...fileOf('so_de'), body });
  });
}
