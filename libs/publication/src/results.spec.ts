import { fold } from '@app/kernel';
import { finishedBlock } from '../test/finished-block';
import { correctResults } from './correct-results';
import { type PublicationEvent, resultsImported } from './publication.events';
import { officialSince, results } from './results';

const { rulesets, decision, finished, snapshot, announce, publish } = finishedBlock;
const ended = { ...finished('u2', '7'), endedOn: '2024-08-01', atYearEnd: false };
const block = snapshot(finished('u1', '9'), ended);
const shown = announce(block);
const official = [...shown, ...publish(block)];
const correction = { decision: { ...decision, signedOn: '2025-06-10' }, reason: 'x' };
const corrected = [
  ...official,
  ...correctResults(
    fold(results, official),
    snapshot(finished('u1', '8'), ended),
    rulesets,
    correction,
    ['lanh_dao'],
    '2025-06-10T02:00:00.000Z',
  ),
];
const row = { unitId: 'u1', unitName: 'Sở 1', index: '90', rank: 1, className: null, grade: null, note: null };
const source = { title: 'Báo cáo', url: 'https://example.vn' };
const imported = [resultsImported.of({ year: 2024, blockId: 'b', blockName: 'Khối B', n: 1, rows: [row], source })];

describe('since when results are official for a unit', () => {
  it.each<[string, string, readonly PublicationEvent[], string | null]>([
    ['of the decision that published them', 'u1', official, decision.signedOn],
    ['of that one, though they were corrected since', 'u1', corrected, decision.signedOn],
    ['of none while they are provisional', 'u1', shown, null],
    ['of none for a unit that ended within the year', 'u2', official, null],
    ['of none for a unit that is not in them', 'u9', official, null],
    ['of none where another system determined them', 'u1', imported, null],
  ])('is the day %s', (_, unitId, events, day) => expect(officialSince(fold(results, events), unitId)).toBe(day));
});
