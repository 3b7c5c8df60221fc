import { belongsAtYearEnd, openResults, type StandingRow } from './block-year';

const standing = (unit_id: string, value: string | null, phase: StandingRow['phase'] = 'appraised'): StandingRow => ({
  unit_id,
  year: 2024,
  block_id: 'so',
  phase,
  ruleset: { id: 'small', version: 1, sha256: '' },
  total: { exact: value ?? '0', displayed: value ?? '0' },
  partial: value === null,
  index: value === null ? null : { exact: value, displayed: value },
  class_name: null,
  grade: null,
  value,
  tie_breakers: [],
});

const nobodyEnded = (members: readonly string[]) => ({ members, ended: new Set<string>() });

describe('an open block-year', () => {
  it('ranks exactly: 2/3 of a point is more than 0.66', () => {
    const results = openResults([standing('u1', '80.66'), standing('u2', '242/3')], nobodyEnded([]), {
      scheme: 'competition',
    });
    expect(results.map(({ unit_id, rank }) => [unit_id, rank])).toEqual([
      ['u1', 2],
      ['u2', 1],
    ]);
  });

  it('names every member without a rank, and why: never a zero, never dropped', () => {
    const standings = [
      standing('u1', '80'),
      standing('u2', null, 'declaring'),
      standing('u3', null, 'submitted'),
      standing('u4', null, 'appraised'),
    ];
    const results = openResults(standings, nobodyEnded(['u1', 'u2', 'u3', 'u4', 'u5']), { scheme: 'dense' });
    expect(results.map(({ unit_id, state, rank }) => [unit_id, state, rank])).toEqual([
      ['u1', 'ranked', 1],
      ['u2', 'not-submitted', null],
      ['u3', 'in-appraisal', null],
      ['u4', 'incomplete', null],
      ['u5', 'not-assessed', null],
    ]);
  });

  it('ranks nobody who ended within the year, however good the file: ranks and n are those of the others', () => {
    const standings = [
      standing('gone', '95'),
      standing('half', null, 'declaring'),
      standing('new', '80'),
      standing('u1', '70'),
    ];
    const ended = new Set(['gone', 'half']);
    const results = openResults(standings, { members: ['new', 'u1'], ended }, { scheme: 'competition' });
    expect(results.map(({ unit_id, state, rank }) => [unit_id, state, rank])).toEqual([
      ['gone', 'ended', null],
      ['half', 'ended', null],
      ['new', 'ranked', 1],
      ['u1', 'ranked', 2],
    ]);
    expect(results[0]).toMatchObject({ index: { exact: '95' } });
  });
});

describe('membership at the end of the year', () => {
  const spans = [
    { from: '2022-03-01', until: '2023-06-30' },
    { from: '2024-12-31', until: null },
  ];
  it.each([
    [2021, false],
    [2022, true],
    [2023, false],
    [2024, true],
    [2025, true],
  ])('%i: %s', (year, belongs) => expect(belongsAtYearEnd(spans, year)).toBe(belongs));
});
