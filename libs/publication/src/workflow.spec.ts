import { DomainError, fold } from '@app/kernel';
import { finishedBlock } from '../test/finished-block';
import { correctResults } from './correct-results';
import { importResults } from './import-results';
import { type PublicationEvent, resultsImported } from './publication.events';
import { type Results, results } from './results';

const { rulesets, decision, finished, snapshot, announce, publish } = finishedBlock;
const before = snapshot(finished('u1', '9'));
const after = snapshot(finished('u1', '8'));
const row = { unitId: 'u1', unitName: 'Sở 1', index: '90', rank: 1, className: null, grade: null, note: null };
const source = { title: 'Báo cáo', url: 'https://example.vn' };
const imported = { year: 2024, blockId: 'b', blockName: 'Khối B', n: 1, rows: [row], source };
const now = '2025-04-03T00:00:00.000Z';
const correct = (state: Results, of = after) =>
  correctResults(state, of, rulesets, { decision, reason: 'x' }, ['lanh_dao'], now);

const shown = announce(before);
const official = [...shown, ...publish(before)];
const corrected = [...official, ...correct(fold(results, official))];
const phases: Readonly<Record<string, readonly PublicationEvent[]>> = {
  nothing: [],
  announced: shown,
  'announced again': [...shown, ...announce(before)],
  official,
  corrected,
  imported: [resultsImported.of(imported)],
};

/** When the last objection may still be on its way into the log, and when none can be any more. */
const [during, over] = ['2025-04-01T17:00:29.999Z', '2025-04-01T17:00:30.000Z'];
const commands: Readonly<Record<string, (state: Results) => readonly PublicationEvent[]>> = {
  announce: (state) => announce(before, undefined, undefined, state),
  'publish at once': (state) => publish(before, decision, during, state),
  'publish in time': (state) => publish(before, decision, over, state),
  correct: (state) => correct(state),
  'correct back': (state) => correct(state, before),
  import: (state) => importResults(state, imported, false, now),
};

/** `✓` is accepted; else the refusal's code. Columns: announce, publish at once, publish in time, correct, correct back, import. */
const matrix: Readonly<Record<string, string>> = {
  nothing: '✓ not-announced not-announced nothing-is-official nothing-is-official ✓',
  announced: '✓ objection-window-is-open ✓ nothing-is-official nothing-is-official ✓',
  'announced again': '✓ objection-window-is-open ✓ nothing-is-official nothing-is-official ✓',
  official:
    'results-already-recorded results-already-recorded results-already-recorded ✓ nothing-differs results-already-recorded',
  corrected:
    'results-already-recorded results-already-recorded results-already-recorded nothing-differs ✓ results-already-recorded',
  imported:
    'results-already-recorded results-already-recorded results-already-recorded nothing-is-official nothing-is-official results-already-recorded',
};

function answer(phase: string, command: string): string {
  try {
    const events = commands[command]?.(fold(results, phases[phase] ?? [])) ?? [];
    return events.length > 0 ? '✓' : 'nothing';
  } catch (error) {
    if (error instanceof DomainError) return error.code.replace('publication.', '');
    throw error;
  }
}

describe('the course of a block’s results', () => {
  it.each(Object.keys(phases))('%s: every command is accepted or refused as the procedure says', (phase) =>
    expect(Object.keys(commands).map((command) => answer(phase, command))).toEqual(matrix[phase]?.split(' ')),
  );
});
