import { yearsFrom } from './years-asked';

const endsOf = (from: string | null, now: string) => {
  const years = yearsFrom(from, now);
  expect(years).toEqual(years.map((_, place) => (years[0] ?? 0) + place));
  return [years[0], years.at(-1)];
};

it.each([
  ['from a year on', '1990', [1990, 2009]],
  ['as far as there are years', '2190', [2190, 2200]],
  ['around the present one', null, [2014, 2033]],
])('are twenty %s', (_, from, ends) => expect(endsOf(from, '2024-12-31T16:59:59.999Z')).toEqual(ends));

it('go by the year in Vietnam', () => expect(endsOf(null, '2024-12-31T17:00:00.000Z')).toEqual([2015, 2034]));
