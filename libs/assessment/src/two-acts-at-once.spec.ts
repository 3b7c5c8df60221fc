import { ConcurrentChange, EventRegistry, WritePath } from '@app/event-store';
import { ManualClock } from '@app/kernel';
import { RulesetCatalog } from '@app/ruleset';
import { InMemoryEventStore, newContext, writeRuleset } from '@app/testing';
import { declared, opened, submitted, unitYear } from '../test/file-of-so-noi-vu';
import { assessment, assessmentStream } from './assessment';
import { appraisalClosed, appraisalConfirmed, type AssessmentEvent, assessmentEvents } from './assessment.events';
import { DecideByCouncil, DecideByCouncilHandler } from './commands/decide-by-council.command';
import { RulePoints, RulePointsHandler } from './commands/rule-points.command';
import { ComponentAppraisers } from './component-appraisers';
import { CouncilAppraised } from './council.errors';
import { FileWrites } from './file-writes';
import { RulerIsInvolved } from './ruling.errors';
import type { UnitEnds } from './unit-ends';

const stream = assessmentStream(unitYear.year, unitYear.unitId);
const store = new InMemoryEventStore();
const registry = new EventRegistry(assessmentEvents);
const writePath = new WritePath(store, registry, new ManualClock('2025-02-20T00:00:00.000Z'));
const nobodyEnds: UnitEnds = { of: () => Promise.resolve(null) };
const files = new FileWrites(writePath, nobodyEnds);
const rulesets = new RulesetCatalog([writeRuleset]);
const by = (actor: string) => ({ ...newContext(), actor });
const record = (event: AssessmentEvent, actor = 'ai_do') =>
  writePath.execute(assessment, stream, by(actor), () => [event]);

/** Somebody acts while a handler has read who appraised, and not yet written. */
class OvertakenAppraisers extends ComponentAppraisers {
  meanwhile: () => Promise<unknown> = () => Promise.resolve();

  override async of(...asked: Parameters<ComponentAppraisers['of']>): ReturnType<ComponentAppraisers['of']> {
    const read = await super.of(...asked);
    const act = this.meanwhile;
    this.meanwhile = () => Promise.resolve();
    await act();
    return read;
  }
}

const appraisers = new OvertakenAppraisers(store, registry);
const decide = (from: string, to: string, actor = 'thu_ky') => {
  const minutes = { minutes: { number: '1', heldOn: '2025-02-20' }, votes: { for: 1, against: 0, abstained: 0 } };
  const input = { ...unitYear, component: '1.1.3', from, to, reason: 'x', ...minutes };
  return new DecideByCouncilHandler(files, rulesets, appraisers).execute(
    new DecideByCouncil({ ...input, resultsRecorded: false, objectUntil: null, clerkUnitId: null }, by(actor)),
  );
};
const rule = (from: string, to: string, actor = 'thu_ky') => {
  const decision = { number: '1/QĐ', signedOn: '2025-02-20', signer: 'x' };
  const input = { ...unitYear, component: '1.1.3', from, to, reason: 'x', decision, rulerUnitId: null };
  const about = { kind: 'score-objection', caseId: 'kd_1' } as const;
  const conclusion = { kind: about.kind, outcome: 'upheld', component: null, closedOn: '2025-02-20' };
  return new RulePointsHandler(files, rulesets, appraisers).execute(
    new RulePoints({ ...input, case: about, conclusion }, by(actor)),
  );
};

beforeAll(async () => {
  await record(opened);
  await record(declared('1.1.3'));
  await record(submitted);
});

it('a word of an appraiser and a decision of the council, by one person: the second is refused', async () => {
  appraisers.meanwhile = async () => {
    await record(appraisalConfirmed.of({ ...unitYear, component: '1.1.3', round: 1, points: '1' }), 'hai_vai');
    await record(appraisalClosed.of({ ...unitYear, round: 1 }));
  };
  await expect(decide('1', '2', 'hai_vai')).rejects.toThrow(ConcurrentChange);
  await expect(decide('1', '2', 'hai_vai')).rejects.toThrow(CouncilAppraised);
});

it('a decision of the council and a ruling on what it decided, by one clerk: the second is refused', async () => {
  appraisers.meanwhile = () => decide('1', '2');
  await expect(rule('2', '3')).rejects.toThrow(ConcurrentChange);
  await expect(rule('2', '3')).rejects.toThrow(RulerIsInvolved);
  await rule('2', '3', 'nguoi_khac');
});
