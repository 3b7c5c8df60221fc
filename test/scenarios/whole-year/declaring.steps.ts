import { administrator, declarationOf, declared, document, fileOf, type Given } from './work';

const selfScores = '/assessments/{year}/{unitId}/self-scores';
const submission = '/assessments/{year}/{unitId}/submission';
const ratioOfB = declarationOf(declared.so_b, '1.1.2');

/** Declared, approved, submitted; late with an extension; returned for completion. */
export function declaring(given: Given): void {
  it('nobody writes into another unit’s file, without having looked, or over what was written meanwhile', async () => {
    const { desk } = given();
    const act = { ...fileOf('so_b'), body: ratioOfB };
    expect(await desk.refused('unit-officer@so_a', selfScores, act, '"0"')).toMatch(/^403 /);
    expect(await desk.refused('unit-officer@so_b', selfScores, act, null)).toMatch(/^428 /);
    await given().declare('so_b', declared.so_b);
    expect(await desk.refused('unit-officer@so_b', selfScores, act, '"0"')).toMatch(/^412 /);
  });

  it('what is to be proved is declared with evidence, or with why there is none', async () => {
    const body = { ...declarationOf(declared.so_a, '1.1.1'), evidence: [] };
    const act = { ...fileOf('so_a'), body };
    expect(await given().desk.refused('unit-officer@so_a', selfScores, act)).toBe('422 assessment.evidence-is-missing');
    await given().declare('so_a', { ...declared.so_a, ratio: ['1', '3'] });
  });

  it('a head declines once: corrected, it is laid before the head again', async () => {
    const { desk } = given();
    given().at('2026-10-01T02:00:00.000Z');
    await given().askApproval('so_a');
    const body = { reason: 'Số liệu 1.1.2 chưa đúng' };
    await desk.does('unit-head@so_a', '/assessments/{year}/{unitId}/approval-refusals', { ...fileOf('so_a'), body });
    const declined = { kind: 'approval-declined', reason: body.reason, by: { role: 'unit-head', onBehalfOf: null } };
    expect((await given().courseOf('so_a')).steps.at(-1)).toMatchObject(declined);
    const early = await desk.refused('unit-head@so_a', submission, fileOf('so_a'));
    expect(early).toBe('409 assessment.approval-is-not-requested');
    await given().declare('so_a', declared.so_a, '1.1.2');
    await given().askApproval('so_a');
    expect(await desk.refused('unit-officer@so_a', submission, fileOf('so_a'))).toMatch(/^403 /);
  });

  it('it is submitted on the Sunday behind the deadline that was asked for, which is in time', async () => {
    given().at('2026-11-01T02:00:00.000Z');
    await given().submit('so_a');
    const self = { exact: '13/3', displayed: '4.33' };
    const sheet = await given().sheetOf('so_a');
    expect(sheet).toMatchObject({ phase: 'submitted', self });
    const ratio = sheet.components.find(({ code }) => code === '1.1.2');
    expect(ratio?.self).toEqual({ exact: '4/3', displayed: '1.33' });
    for (const unitId of ['so_c', 'so_de'] as const) {
      await given().declare(unitId, declared[unitId]);
      await given().askApproval(unitId);
      await given().submit(unitId);
    }
  });

  it('at the end of the next working day it is too late, but for an extension with its reason', async () => {
    const { desk } = given();
    given().at('2026-11-02T16:59:59.999Z');
    await given().askApproval('so_b');
    expect(await given().filesIn({ waitsFor: 'unit-head' })).toEqual(['so_b']);
    given().at('2026-11-02T17:00:00.000Z');
    expect(await given().filesIn({ waitsFor: 'unit-head' })).toEqual([]);
    expect(await given().filesIn({ waitsFor: 'administrator-of-units' })).toEqual(['so_b']);
    expect((await given().courseOf('so_b')).deadlines.map(({ what }) => what)).toEqual(['appraisal']);
    const late = await desk.refused('unit-head@so_b', submission, fileOf('so_b'));
    expect(late).toBe('409 assessment.submission-deadline-passed');
    const extensions = '/assessments/{year}/{unitId}/extensions';
    const extension = {
      ...fileOf('so_b'),
      body: { components: null, submitBy: '2026-11-05T17:00:00.000Z', reason: 'Bão (mẫu), mất điện' },
    };
    expect(await desk.refused('unit-head@so_b', extensions, extension)).toMatch(/^403 /);
    await desk.does(administrator, extensions, extension);
    expect(await given().told()).toEqual(['so_b extension-granted']);
    const { extensions: granted, deadlines } = await given().courseOf('so_b');
    const { submitBy, reason } = extension.body;
    expect(granted).toMatchObject([{ of: 'submission', components: null, reason, until: { effective: submitBy } }]);
    expect(deadlines[0]).toMatchObject({ what: 'submission', until: submitBy });
    given().at('2026-11-05T16:59:59.999Z');
    await given().submit('so_b');
    const again = { ...fileOf('so_b'), body: ratioOfB };
    expect(await desk.refused('unit-officer@so_b', selfScores, again)).toBe('409 assessment.is-locked');
  });

  it('a file goes back for completion: what is declared anew is judged anew', async () => {
    const { desk } = given();
    given().at('2026-11-10T02:00:00.000Z');
    await given().confirm('so_c', ['1.1.1', '1.1.2']);
    const returns = '/assessments/{year}/{unitId}/returns';
    const body = { reason: 'Bổ sung tài liệu 1.1.2', submitBy: '2026-11-20T17:00:00.000Z' };
    await desk.does('appraiser', returns, { ...fileOf('so_c'), body });
    expect(await given().told()).toEqual(['so_c file-returned']);
    expect(await given().sheetOf('so_c')).toMatchObject({ phase: 'declaring' });
    expect(await given().filesIn({ state: 'returned' })).toEqual(['so_c']);
    expect((await given().courseOf('so_c')).steps.at(-1)).toMatchObject({ kind: 'returned', reason: body.reason });
    const anew = { ...declarationOf(declared.so_c, '1.1.2'), evidence: [document('bo_sung')] };
    await desk.does('unit-officer@so_c', selfScores, { ...fileOf('so_c'), body: anew });
    await given().askApproval('so_c');
    await given().submit('so_c');
    await given().confirm('so_c', ['1.1.4', '1.1.5', '2.1.3']);
    await given().adjust('so_c', '3', '1.5');
    const closures = '/assessments/{year}/{unitId}/field-closures';
    const closing = { ...fileOf('so_c'), body: { field: '1', round: 1, leadAgency: null } };
    expect(await desk.refused('#td_linh_vuc_1', closures, closing)).toBe('409 assessment.appraisals-are-missing');
    await given().confirm('so_c', ['1.1.2']);
  });
}
