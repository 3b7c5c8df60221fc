import { DateDoesNotExist } from '@app/kernel';
import { decisionSpec } from '@app/testing';
import { listViewings, listViewingStream, recordListViewings } from './list-viewing';
import { type ListViewing, listsViewed } from './list-viewing.events';

const { given } = decisionSpec(listViewings);
const at = '2025-02-01T02:00:00.000Z';
const viewing: ListViewing = {
  ...{ accountId: 'an', onBehalfOf: null, role: 'leader', list: 'proposals', asked: { year: '2024' } },
  ...{ times: 2, firstAt: at, lastAt: at },
};
const record = { day: '2025-02-01', logPosition: '48211', viewings: [viewing] };

it('puts on record who looked at lists, also again', () => {
  given()
    .when(() => recordListViewings(record))
    .thenEvents(listsViewed.of(record));
  given(listsViewed.of(record))
    .when(() => recordListViewings(record))
    .thenEvents(listsViewed.of(record));
});

it('records nothing when nobody looked', () =>
  given()
    .when(() => recordListViewings({ ...record, viewings: [] }))
    .thenEvents());

it('counts its records', () => {
  const event = listsViewed.of(record);
  expect(listViewings.evolve(listViewings.evolve(listViewings.initial, event), event)).toEqual({ records: 2 });
});

it('has one stream per day', () => {
  expect(listViewingStream('2025-02-01')).toBe('list_viewing-2025.02.01');
  expect(() => listViewingStream('2025-02-30')).toThrow(DateDoesNotExist);
});
