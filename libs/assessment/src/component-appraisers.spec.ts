import { ConcurrentChange, EventRegistry, WritePath } from '@app/event-store';
import { ManualClock } from '@app/kernel';
import { InMemoryEventStore, newContext } from '@app/testing';
import { assessment, assessmentStream } from './assessment';
import {
  appraisalAdjusted,
  appraisalClosed,
  appraisalConfirmed,
  type AssessmentEvent,
  assessmentEvents,
} from './assessment.events';
import { appraisersAt, ComponentAppraisers } from './component-appraisers';
import { councilDecided } from './council.events';
import { appraisalWords, figureWords } from './words';

const unitYear = { year: 2024, unitId: 'u1' };
const confirmed = (component: string) => appraisalConfirmed.of({ ...unitYear, component, round: 1, points: '2' });
const change = { round: 2, from: '2', to: '1', reasonCode: 'x', reason: 'Thiếu' };
const adjusted = appraisalAdjusted.of({ ...unitYear, component: '1.1.1', ...change });
const decided = councilDecided.of({
  ...{ ...unitYear, component: '1.1.1', from: '1', to: '1', reason: 'Giữ nguyên' },
  minutes: { number: '12/BB-HĐTĐ', heldOn: '2025-02-01' },
  votes: { for: 5, against: 1, abstained: 1 },
});

it('knows everybody behind an appraisal of the component, in whatever round, and of its figure, and nobody else', async () => {
  const store = new InMemoryEventStore();
  const registry = new EventRegistry(assessmentEvents);
  const writePath = new WritePath(store, registry, new ManualClock('2025-02-01T00:00:00.000Z'));
  const record = (event: AssessmentEvent, actor: string, onBehalfOf: string | null = null) =>
    writePath.execute(assessment, assessmentStream(2024, 'u1'), { ...newContext(), actor, onBehalfOf }, () => [event]);
  await record(confirmed('1.1.1'), 'mot');
  await record(adjusted, 'hai', 'truong_phong');
  await record(confirmed('1.1.2'), 'ba');
  await record(appraisalClosed.of({ ...unitYear, round: 2 }), 'bon');
  await record(decided, 'thu_ky');

  const appraisers = new ComponentAppraisers(store, registry);
  const of = async (unitId: string, ...asked: [string, typeof appraisalWords | typeof figureWords]) =>
    (await appraisers.of({ ...unitYear, unitId }, ...asked)).accounts;
  expect(await of('u1', '1.1.1', appraisalWords)).toEqual(['mot', 'hai', 'truong_phong']);
  expect(await of('u1', '1.1.1', figureWords)).toEqual(['mot', 'hai', 'truong_phong', 'thu_ky']);
  expect(await of('u1', '1.1.2', figureWords)).toEqual(['ba']);
  expect(await of('u2', '1.1.1', figureWords)).toEqual([]);
});

it('is good for a decision on the file as it was read, and for no other', () => {
  const read = { accounts: ['mot'], stream: assessmentStream(2024, 'u1'), revision: 7n };
  expect(appraisersAt(read, 7n)).toEqual(['mot']);
  expect(() => appraisersAt(read, 8n)).toThrow(ConcurrentChange);
  expect(() => appraisersAt({ ...read, revision: 'no-stream' }, 0n)).toThrow(ConcurrentChange);
});
