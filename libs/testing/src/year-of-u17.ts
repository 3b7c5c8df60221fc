import { resultsPublished } from '@app/publication';
import { unitRegistered, unitRenamed } from '@app/unit';
import { inStream } from './history';
import { sampleDecree } from './sample-decree';
import { ScoreHistory } from './score-history';
import { component, smallRuleset } from './small-ruleset';

const ruleset = smallRuleset([
  component('1.1.1', { max: '3', citation: { document: 'Quy chế thử', clause: 'Điều 7' } }),
  component('1.1.2', { max: '3' }),
  component('1.1.3', {
    max: '2',
    part: 'survey',
    rule: { kind: 'survey', question: 'Q1', weights: { A: '100', B: '50', C: '0' }, minimumAnswers: 2 },
  }),
]);

const history = () =>
  new ScoreHistory('u17', 2024)
    .opened('so')
    .declared('1.1.1', '3')
    .declared('1.1.2', '2')
    .submitted()
    .surveyed('b1', ['Q1'], ['A', 'A', 'B'])
    .surveyed('b2', ['Q1'], ['C', 'C', 'C'])
    .withdrew('b2')
    .confirmed('1.1.1', '3')
    .adjusted('1.1.2', '2', '2/3', 'Thiếu tài liệu kiểm chứng')
    .caseReceived('c1', 'complaint')
    .caseClosed('c1', 'complaint', 'rejected')
    .appraisalClosed();

const registered = inStream(
  'unit-u17',
  unitRegistered.of({
    unitId: 'u17',
    name: 'Sở Cũ',
    type: 'department',
    parentId: null,
    officialCode: null,
    registeredOn: '2021-01-01',
  }),
);
const renamed = inStream(
  'unit-u17',
  unitRenamed.of({ unitId: 'u17', name: 'Sở Mới', effectiveOn: '2024-06-01', decree: sampleDecree }),
);
const published = inStream(
  'results-2024.so',
  resultsPublished.of({
    year: 2024,
    blockId: 'so',
    blockName: 'Khối sở',
    ruleset: { id: 'small', version: 1, sha256: '0'.repeat(64) },
    scheme: 'competition',
    decidedBy: 'displayed',
    displayPlaces: 2,
    components: ['1.1.1', '1.1.2', '1.1.3'],
    n: 1,
    units: [
      {
        unitId: 'u17',
        unitName: 'Sở Mới',
        points: ['3', '2/3', '5/3'],
        appraised: '11/3',
        survey: '5/3',
        bonus: '0',
        penalty: '0',
        total: '16/3',
        maximum: '8',
        index: '200/3',
        totalDisplayed: '5.33',
        indexDisplayed: '66.67',
        className: 'Khá',
        grade: 'fair',
        rank: 1,
        tied: false,
        used: {},
      },
    ],
    unranked: [],
    logPosition: '13',
    decision: { number: '12/QĐ-UBND', signedOn: '2025-02-01', signer: 'Chủ tịch' },
    publishedAt: '2025-02-01T00:00:00.000Z',
    digest: '0'.repeat(64),
  }),
);

/** The unit u17, renamed since, and its year 2024 from the first declaration to what was published, by a ruleset of three components. */
export const yearOfU17 = { ruleset, history, registered, renamed, published };
