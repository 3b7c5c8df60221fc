import { IdentifierIsInvalid, NumberIsInvalid, TextIsInvalid } from '@app/kernel';
import { decisionSpec } from '@app/testing';
import { importResults } from './import-results';
import {
  ImportedRowIsInvalid,
  ImportedYearIsNotOver,
  ImportedYearIsOpen,
  ResultsAlreadyRecorded,
  SourceAddressIsInvalid,
} from './publication.errors';
import { resultsImported } from './publication.events';
import { results, resultsStream } from './results';

const { given } = decisionSpec(results);
type Imported = Parameters<typeof importResults>[1];
type Row = Imported['rows'][number];
const row: Row = {
  unitId: 'so_noi_vu',
  unitName: 'Sở Nội vụ',
  index: '92.57',
  rank: 4,
  className: 'Xuất sắc',
  grade: 'excellent',
  note: null,
};
const blank: Row = { ...row, unitId: 'so_du_lich', index: null, rank: null, className: null, grade: null };
const input: Imported = {
  year: 2021,
  blockId: 'so_ban_nganh',
  blockName: 'Sở, ban, ngành',
  n: 22,
  rows: [row, blank],
  source: { title: 'Báo cáo 2021', url: 'https://example.vn/2021?a=1' },
};
const take =
  (change: Partial<Imported> = {}, openedHere = false, now = '2021-12-31T17:00:00.000Z') =>
  (state: typeof results.initial) =>
    importResults(state, { ...input, ...change }, openedHere, now);
const takeRow = (change: Partial<Row>) => take({ rows: [{ ...row, ...change }] });

describe('importing results that were published elsewhere', () => {
  it('keeps what the source says and leaves null what it does not', () =>
    given().when(take()).thenEvents(resultsImported.of(input)));

  it('writes numbers in their shortest exact spelling', () =>
    given()
      .when(takeRow({ index: '92.50' }))
      .thenEvents(resultsImported.of({ ...input, rows: [{ ...row, index: '92.5' }] })));

  it('happens once per block and year', () =>
    given(resultsImported.of(input))
      .when(take({ source: { title: 'Báo khác', url: 'https://khac.vn' } }))
      .thenFails(ResultsAlreadyRecorded, { how: 'imported' }));

  it('is not of a year that was opened here for the block', () =>
    given().when(take({}, true)).thenFails(ImportedYearIsOpen, { year: 2021, blockId: 'so_ban_nganh' }));

  it('is not of a year that is not over in Vietnam', () =>
    given()
      .when(take({}, false, '2021-12-31T16:59:59.999Z'))
      .thenFails(ImportedYearIsNotOver, { year: 2021 }));

  it('has a source that can be opened', () => {
    given()
      .when(take({ source: { title: ' ', url: input.source.url } }))
      .thenFails(TextIsInvalid);
    for (const url of ['example.vn/2021', 'ftp://example.vn', 'javascript:alert(1)', 'https://', 'https://a b'])
      given()
        .when(take({ source: { title: 'Báo cáo', url } }))
        .thenFails(SourceAddressIsInvalid, { url });
  });

  it('has units, each once', () => {
    given()
      .when(take({ rows: [] }))
      .thenFails(ImportedRowIsInvalid);
    given()
      .when(take({ rows: [row, row] }))
      .thenFails(ImportedRowIsInvalid, { unitId: 'so_noi_vu' });
    given()
      .when(takeRow({ unitId: 'Sở Nội vụ' }))
      .thenFails(IdentifierIsInvalid);
  });

  it('has ranks within n, where n is known', () => {
    for (const rank of [0, -1, 1.5, 23]) given().when(takeRow({ rank })).thenFails(ImportedRowIsInvalid);
    const unknown = { n: null, rows: [{ ...row, rank: 23 }] };
    given()
      .when(take(unknown))
      .thenEvents(resultsImported.of({ ...input, ...unknown }));
    for (const n of [0, -1, 2.5])
      given()
        .when(take({ n, rows: [blank] }))
        .thenFails(ImportedRowIsInvalid, { unitId: null });
    given()
      .when(take({ n: 1, rows: [blank] }))
      .thenEvents(resultsImported.of({ ...input, n: 1, rows: [blank] }));
  });

  it('has an index that is a number from 0 to 100', () => {
    given()
      .when(takeRow({ index: '92,57' }))
      .thenFails(NumberIsInvalid);
    for (const index of ['-1', '100.01']) given().when(takeRow({ index })).thenFails(ImportedRowIsInvalid);
    for (const index of ['0', '100'])
      given()
        .when(takeRow({ index }))
        .thenEvents(resultsImported.of({ ...input, rows: [{ ...row, index }] }));
  });

  it('has a grade that the consequence rules know', () =>
    given()
      .when(takeRow({ grade: 'superb' as Row['grade'] }))
      .thenFails(ImportedRowIsInvalid));

  it('names its stream', () => expect(resultsStream(2021, 'so_ban_nganh')).toBe('results-2021.so_ban_nganh'));
});
