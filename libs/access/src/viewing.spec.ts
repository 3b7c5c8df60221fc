import { IdentifierIsInvalid, YearOutOfRange } from '@app/kernel';
import { decisionSpec } from '@app/testing';
import { recordViewings, viewings, viewingStream } from './viewing';
import { papersViewed, type Viewing } from './viewing.events';

const { given } = decisionSpec(viewings);
const at = '2025-02-01T02:00:00.000Z';
const viewing: Viewing = {
  ...{ accountId: 'an', onBehalfOf: null, role: 'auditor', papers: 'score-sheet', about: 2024, times: 3 },
  ...{ firstAt: at, lastAt: at },
};
const record = { unitId: 'so_noi_vu', year: 2025, logPosition: '48211', viewings: [viewing] };

it('puts on record who looked at papers of a unit, also again', () => {
  given()
    .when(() => recordViewings(record))
    .thenEvents(papersViewed.of(record));
  given(papersViewed.of(record))
    .when(() => recordViewings(record))
    .thenEvents(papersViewed.of(record));
});

it('records nothing when nobody looked', () =>
  given()
    .when(() => recordViewings({ ...record, viewings: [] }))
    .thenEvents());

it('counts its records', () => {
  const event = papersViewed.of(record);
  expect(viewings.evolve(viewings.evolve(viewings.initial, event), event)).toEqual({ records: 2 });
});

it('has one stream per unit and calendar year', () => {
  expect(viewingStream(2025, 'so_noi_vu')).toBe('viewing-2025.so_noi_vu');
  expect(() => viewingStream(2025, 'so-noi-vu')).toThrow(IdentifierIsInvalid);
  expect(() => viewingStream(20, 'so_noi_vu')).toThrow(YearOutOfRange);
});
