import { decisionSpec } from '@app/testing';
import { finishedBlock } from '../test/finished-block';
import type { BlockYearSnapshot } from './block-year';
import { correctResults, type Correction } from './correct-results';
import { NothingDiffers, NothingIsOfficial } from './correction.errors';
import {
  DecisionIsNotSigned,
  DecisionIsTooEarly,
  PublisherAppraised,
  ResultsAlreadyRecorded,
} from './publication.errors';
import { type PublicationEvent, resultsImported } from './publication.events';
import { type Results, results } from './results';
import { resultsDigest } from './results-digest';

const { rulesets, finished, snapshot, announce, publish, publishedOf, figuresOf } = finishedBlock;
const { given } = decisionSpec(results);
const before = snapshot(finished('u1', '9'), finished('u2', '8'), finished('u3', '8'));
const official = [...announce(before), ...publish(before)];
const now = '2025-06-02T02:00:00.000Z';
const correction: Correction = {
  decision: { number: '9/QĐ', signedOn: '2025-06-01', signer: 'Chủ tịch' },
  reason: 'Khiếu nại của u2 được kết luận là đúng',
};
const ruled = (unitId: string, to: string, signedOn = '2025-04-01') =>
  finished(unitId, '8', [], (history) => history.ruled('1', '8', to, 'kn-1', 'complaint', signedOn));
const after = snapshot(finished('u1', '9'), ruled('u2', '9.5'), finished('u3', '8'));
const correct =
  (of: BlockYearSnapshot = after, by = correction, correctors = ['lanh_dao']) =>
  (state: Results) =>
    correctResults(state, of, rulesets, by, correctors, now);
const correctedOf = (of: BlockYearSnapshot, ...history: PublicationEvent[]) => {
  const [event] = correct(of)(history.reduce(results.evolve, results.initial));
  if (event?.type !== 'ResultsCorrected') throw new Error('nothing was corrected');
  return event.data;
};

describe('correcting official results', () => {
  it('ranks the whole block anew and names every unit whose figures differ', () => {
    const corrected = correctedOf(after, ...official);
    expect(corrected.units.map(({ unitId, rank, index }) => [unitId, rank, index])).toEqual([
      ['u2', 1, '95'],
      ['u1', 2, '90'],
      ['u3', 3, '80'],
    ]);
    expect(corrected.differences).toEqual([
      {
        unitId: 'u1',
        index: { from: '90', to: '90' },
        rank: { from: 1, to: 2 },
        className: { from: 'Xuất sắc', to: 'Xuất sắc' },
      },
      {
        unitId: 'u2',
        index: { from: '80', to: '95' },
        rank: { from: 2, to: 1 },
        className: { from: 'Tốt', to: 'Xuất sắc' },
      },
      {
        unitId: 'u3',
        index: { from: '80', to: '80' },
        rank: { from: 2, to: 3 },
        className: { from: 'Tốt', to: 'Tốt' },
      },
    ]);
  });

  it('holds a whole snapshot with its digest, and names what it supersedes, why and by which decision', () => {
    const corrected = correctedOf(after, ...official);
    expect(corrected).toMatchObject({ ...correction, correctedAt: now, supersedes: publishedOf(before).digest });
    expect(corrected).toMatchObject(figuresOf(publishedOf(after)));
    expect(resultsDigest(corrected)).toBe(corrected.digest);
  });

  it('may be done several times, each superseding the one before', () => {
    const first = correct()(official.reduce(results.evolve, results.initial));
    const again = snapshot(finished('u1', '9'), ruled('u2', '9'), finished('u3', '8'));
    const second = correctedOf(again, ...official, ...first);
    expect(second.supersedes).toBe(correctedOf(after, ...official).digest);
    expect(second.differences.map(({ unitId, index }) => [unitId, index.from, index.to])).toEqual([
      ['u1', '90', '90'],
      ['u2', '95', '90'],
    ]);
    given(...official, ...first)
      .when(correct(after))
      .thenFails(NothingDiffers);
  });

  it('needs a difference; what was read, and what units are called, is none', () => {
    given(...official)
      .when(correct(before))
      .thenFails(NothingDiffers);
    const renamed = { ...finished('u1', '9', [{ name: 'Sở Mới', from: '2025-05-01' }]), used: { x: '9' } };
    given(...official)
      .when(correct(snapshot(renamed, finished('u2', '8'), finished('u3', '8'))))
      .thenFails(NothingDiffers);
  });

  it('names a unit that lost its rank', () => {
    const gone = { ...finished('u3', '8'), unitId: 'u3' };
    const declaring = { ...gone, facts: { ...gone.facts, phase: 'declaring' as const } };
    const corrected = correctedOf(snapshot(finished('u1', '9'), finished('u2', '8'), declaring), ...official);
    expect(corrected.unranked).toMatchObject([{ unitId: 'u3', state: 'not-submitted' }]);
    expect(corrected.differences.map(({ unitId, rank }) => [unitId, rank])).toEqual([
      ['u2', { from: 2, to: 2 }],
      ['u3', { from: 2, to: null }],
    ]);
  });

  it('needs results that were published here', () => {
    const shared = { year: 2024, blockId: 'b', blockName: 'Khối B', n: null, rows: [] };
    given().when(correct()).thenFails(NothingIsOfficial, { imported: false });
    given(...announce(before))
      .when(correct())
      .thenFails(NothingIsOfficial, { imported: false });
    given(resultsImported.of({ ...shared, source: { title: 'x', url: 'https://example.vn' } }))
      .when(correct())
      .thenFails(NothingIsOfficial, { imported: true });
  });

  it('does not let anything be published or announced again', () => {
    const corrected = correct()(official.reduce(results.evolve, results.initial));
    given(...official, ...corrected)
      .when((state) => publish(after, correction.decision, now, state))
      .thenFails(ResultsAlreadyRecorded);
  });

  it('is by a decision signed not before what it corrects and what it rests on', () => {
    const signed = (signedOn: string) => ({ ...correction, decision: { ...correction.decision, signedOn } });
    const ruledThen = snapshot(finished('u1', '9'), ruled('u2', '9.5', '2025-05-20'), finished('u3', '8'));
    const [published] = official.slice(-1);
    expect(published?.data).toMatchObject({ decision: { signedOn: '2025-04-02' } });
    const spec = given(...official);
    spec.when(correct(after, signed('2025-04-01'))).thenFails(DecisionIsTooEarly, { on: '2025-04-02' });
    spec.when(correct(ruledThen, signed('2025-05-19'))).thenFails(DecisionIsTooEarly, { on: '2025-05-20' });
    expect(correct(ruledThen, signed('2025-05-20'))(official.reduce(results.evolve, results.initial))).toHaveLength(1);
    const first = correct()(official.reduce(results.evolve, results.initial));
    given(...official, ...first)
      .when(correct(before, signed('2025-05-31')))
      .thenFails(DecisionIsTooEarly, { on: '2025-06-01' });
  });

  it('is by a signed decision, and by nobody who appraised or ruled', () => {
    const unsigned = { ...correction, decision: { ...correction.decision, signedOn: '2025-06-03' } };
    given(...official)
      .when(correct(after, unsigned))
      .thenFails(DecisionIsNotSigned);
    const involved = snapshot({ ...ruled('u2', '9.5'), appraisers: ['thu_ky'] }, finished('u1', '9'));
    given(...official)
      .when(correct(involved, correction, ['thu_ky']))
      .thenFails(PublisherAppraised);
  });
});
