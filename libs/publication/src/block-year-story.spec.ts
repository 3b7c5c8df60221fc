import {
  AdjustAppraisal,
  AskExplanation,
  AssessmentModule,
  CloseAppraisal,
  CloseFieldAppraisal,
  ConfirmAppraisal,
  CouncilAppraised,
  DecideByCouncil,
  DeclineApproval,
  GiveExplanation,
  GrantAppraisalExtension,
  GrantExtension,
  OpenAssessment,
  RecordSelfScore,
  RequestApproval,
  ReturnSelfAssessment,
  RulePoints,
  SubmitSelfAssessment,
  UnitEnds,
} from '@app/assessment';
import { CaseworkModule, CloseCase, ReceiveCase } from '@app/casework';
import { type CommandContext, type CommandResult, EventRegistry, EventStore, WritePath } from '@app/event-store';
import { Clock, daysAfter, DomainError, type Instant, ManualClock, WorkingCalendars } from '@app/kernel';
import {
  CalendarReader,
  OpenPeriod,
  PeriodModule,
  RecordWorkingCalendar,
  sampleCalendar,
  SkipBlock,
} from '@app/period';
import { RulesetCatalog } from '@app/ruleset';
import { RecordSurveyBatch, SurveyModule, WithdrawSurveyBatch } from '@app/survey';
import { everySchema, InMemoryEventStore, sampleDecree, writeRuleset, writeRulesetRef } from '@app/testing';
import {
  DefineBlock,
  DissolveUnit,
  JoinBlock,
  LeaveBlock,
  RecordLineage,
  RegisterUnit,
  RenameUnit,
  UnitModule,
} from '@app/unit';
import { Module } from '@nestjs/common';
import { type Command, CommandBus, CqrsModule } from '@nestjs/cqrs';
import { Test, type TestingModule } from '@nestjs/testing';
import { v5 as nameBased } from 'uuid';
import { BlockYearReader } from './block-year-reader';
import { AnnounceProvisionalResults } from './commands/announce-provisional-results.command';
import { CorrectResults } from './commands/correct-results.command';
import { ImportResults } from './commands/import-results.command';
import { OpenBlockYear } from './commands/open-block-year.command';
import { PublishResults } from './commands/publish-results.command';
import {
  BlockHasNoMembers,
  BlockIsNotAssessed,
  ImportedYearIsOpen,
  MembersAreAssessedElsewhere,
  PublisherAppraised,
  ResultsAlreadyRecorded,
  ResultsAreNotReady,
  YearIsNotOpen,
} from './publication.errors';
import { provisionalResultsAnnounced, resultsCorrected, resultsPublished } from './publication.events';
import { PublicationModule } from './publication.module';
import { RecordedUnitEnds } from './recorded-unit-ends';
import { resultsDigest } from './results-digest';

const blockId = 'so_nganh';
const year = 2024;
const declarations = {
  '1.1.1': { kind: 'choice', value: 'yes' },
  '1.1.2': { kind: 'ratio', numerator: '2', denominator: '3' },
  '1.1.3': { kind: 'points', points: '3' },
  '1.1.4': { kind: 'ratio', numerator: '1', denominator: '1' },
  '1.1.5': { kind: 'ratio', numerator: '1', denominator: '2' },
  '2.1.3': { kind: 'points', points: '1' },
} as const;
const appraiser = { appraiserUnitId: 'so_noi_vu', appraiserFields: null } as const;
const wholeField = { round: 1, leadAgency: null, ownAgencies: [] } as const;
const decision = { number: '12/QĐ-UBND', signedOn: '2025-04-01', signer: 'Chủ tịch UBND' };

/** Before which instant the units object to what is announced. */
const objectUntil = '2025-04-01T00:00:00.000Z';

/** No results of the block are on record yet. */
const unrecorded = { resultsRecorded: false };

/** The write side as the apps wire it, over a log in memory. */
class Ledger {
  readonly store = new InMemoryEventStore();
  readonly clock = new ManualClock('2024-01-05T00:00:00.000Z');
  private module!: TestingModule;
  private commands = 0;

  async start(): Promise<void> {
    const registry = new EventRegistry(everySchema);
    const providers = [
      { provide: EventStore, useValue: this.store },
      { provide: EventRegistry, useValue: registry },
      { provide: Clock, useValue: this.clock },
      { provide: WritePath, useValue: new WritePath(this.store, registry, this.clock) },
      { provide: RulesetCatalog, useValue: new RulesetCatalog([writeRuleset]) },
      { provide: UnitEnds, useValue: new RecordedUnitEnds(this.store, registry) },
      { provide: WorkingCalendars, useValue: new CalendarReader(this.store, registry, this.clock) },
    ];
    class Wiring {}
    Module({})(Wiring);
    const wiring = { module: Wiring, global: true, providers, exports: providers.map(({ provide }) => provide) };
    const features = [UnitModule, PeriodModule, AssessmentModule, SurveyModule, CaseworkModule, PublicationModule];
    this.module = await Test.createTestingModule({ imports: [CqrsModule.forRoot(), wiring, ...features] }).compile();
    await this.module.init();
  }

  context(actor: string, name = `command ${(this.commands += 1)}`): CommandContext {
    const commandId = nameBased(name, nameBased.URL);
    return { commandId, correlationId: commandId, causationId: commandId, actor, onBehalfOf: null, role: 'test' };
  }

  do<Result>(command: Command<Result>): Promise<Result> {
    return this.module.get(CommandBus).execute(command);
  }

  /** Units u1…, their block and an open year; the file of each is open. The year binds other blocks too. */
  async yearOf(
    unitIds: readonly string[],
    otherBlocks: readonly string[] = [],
    submitBy = '2025-01-15T10:00:00.000Z',
  ): Promise<void> {
    const admin = () => this.context('quan_tri');
    await this.do(new DefineBlock({ blockId, name: 'Khối sở, ban, ngành' }, admin()));
    for (const id of otherBlocks) await this.do(new DefineBlock({ blockId: id, name: `Khối ${id}` }, admin()));
    for (const unitId of unitIds) await this.join(unitId);
    for (const each of [2024, 2025]) await this.do(new RecordWorkingCalendar(sampleCalendar(each), admin()));
    await this.do(
      new OpenPeriod(
        {
          year,
          submitBy,
          appraiseBy: '2025-03-15T10:00:00.000Z',
          blocks: [blockId, ...otherBlocks].map((id) => ({ blockId: id, ruleset: writeRulesetRef })),
        },
        admin(),
      ),
    );
    await this.do(new OpenBlockYear({ year, blockId }, admin()));
  }

  async join(unitId: string, from = '2020-01-01', into = blockId): Promise<void> {
    const unit = { unitId, name: `Sở ${unitId}`, type: 'department', officialCode: null, registeredOn: from } as const;
    await this.do(new RegisterUnit(unit, this.context('quan_tri')));
    await this.do(new JoinBlock({ blockId: into, unitId, from }, this.context('quan_tri')));
  }

  /** Another year for the block, under a calendar of its own. */
  async open(of: number): Promise<void> {
    const deadlines = { submitBy: `${of + 1}-01-15T10:00:00.000Z`, appraiseBy: `${of + 1}-03-16T10:00:00.000Z` };
    await this.do(new RecordWorkingCalendar(sampleCalendar(of + 1), this.context('quan_tri')));
    const blocks = [{ blockId, ruleset: writeRulesetRef }];
    await this.do(new OpenPeriod({ year: of, ...deadlines, blocks }, this.context('quan_tri')));
  }

  /** A new unit takes the place of others in the block from a day on. */
  async merge(unitId: string, predecessorIds: readonly string[], effectiveOn: string): Promise<void> {
    const admin = () => this.context('quan_tri');
    await this.join(unitId, effectiveOn);
    const predecessors = predecessorIds.map((id) => ({ unitId: id, share: null }));
    const merger = { unitId, kind: 'merged', predecessors, effectiveOn, decree: sampleDecree } as const;
    await this.do(new RecordLineage(merger, admin()));
    for (const id of predecessorIds) {
      await this.do(new LeaveBlock({ blockId, unitId: id, until: daysAfter(effectiveOn, -1) }, admin()));
      await this.do(new DissolveUnit({ unitId: id, effectiveOn, decree: sampleDecree }, admin()));
    }
  }

  async declare(unitId: string): Promise<void> {
    this.clock.set('2025-01-10T00:00:00.000Z');
    for (const [component, declaration] of Object.entries(declarations)) {
      const evidence = component === '1.1.1' ? [EVIDENCE] : [];
      const score = { year, unitId, component, declaration, override: null, evidence, explanation: null };
      await this.do(new RecordSelfScore(score, this.context(`${unitId}_chuyen_vien`)));
    }
  }

  async submit(unitId: string): Promise<void> {
    await this.declare(unitId);
    await this.do(new RequestApproval({ year, unitId }, this.context(`${unitId}_chuyen_vien`)));
    await this.do(new SubmitSelfAssessment({ year, unitId }, this.context(`${unitId}_thu_truong`)));
  }

  async appraise(unitId: string, adjust: Readonly<Record<string, readonly [string, string]>> = {}): Promise<void> {
    this.clock.set('2025-02-10T00:00:00.000Z');
    const by = () => this.context('tham_dinh_vien');
    for (const component of Object.keys(declarations)) {
      const round = { year, unitId, component, round: 1, ...appraiser };
      const [from, to] = adjust[component] ?? [];
      const reason = { reasonCode: 'evidence-partial', reason: 'Tài liệu chưa đủ', correction: false, ...unrecorded };
      await this.do(
        from === undefined || to === undefined
          ? new ConfirmAppraisal(round, by())
          : new AdjustAppraisal({ ...round, from, to, ...reason }, by()),
      );
    }
  }

  async survey(unitId: string, responses: readonly string[]): Promise<void> {
    const source = {
      sourceName: 'Phiếu.csv',
      sourceSha256: nameBased(unitId, nameBased.URL).replaceAll('-', '').repeat(2),
    };
    const batch = { year, unitId, campaign: 'sipas', batch: 'dot-1', questions: ['Q1'], responses, ...source };
    await this.do(new RecordSurveyBatch({ ...batch, ruleset: writeRulesetRef }, this.context('dieu_tra')));
  }

  async close(unitId: string): Promise<void> {
    const by = () => this.context('tham_dinh_vien');
    for (const field of ['1', '2'])
      await this.do(new CloseFieldAppraisal({ ...wholeField, year, unitId, field, ...appraiser }, by()));
    await this.do(new CloseAppraisal({ year, unitId, ...appraiser }, by()));
  }

  async finish(unitId: string, adjust: Readonly<Record<string, readonly [string, string]>> = {}): Promise<void> {
    await this.submit(unitId);
    await this.survey(unitId, ['A', 'A', 'B', 'C']);
    await this.appraise(unitId, adjust);
    await this.close(unitId);
  }

  /** Shows provisional results in March; when they are shown, the time for objections then runs out. */
  async announce(at = '2025-03-20T00:00:00.000Z', of = { year, blockId }): Promise<void> {
    this.clock.set(at);
    const input = { ...of, objectUntil };
    await this.do(new AnnounceProvisionalResults(input, this.context('lanh_dao')));
    this.clock.set('2025-04-02T00:00:00.000Z');
  }

  publish(context = this.context('lanh_dao')): Promise<CommandResult> {
    return this.do(new PublishResults({ year, blockId, decision }, context));
  }

  /** A decision on an upheld complaint gives component 1.1.3 other points. */
  rule(unitId: string, from: string, to: string, actor = 'thu_ky'): Promise<CommandResult> {
    const conclusion = { kind: 'complaint', outcome: 'upheld', component: null, closedOn: '2025-04-01' };
    const ruling = {
      case: { kind: 'complaint', caseId: 'kn_1' },
      decision,
      reason: 'Đủ tài liệu',
      conclusion,
    } as const;
    const points = { year, unitId, component: '1.1.3', from, to, rulerUnitId: null };
    return this.do(new RulePoints({ ...points, ...ruling }, this.context(actor)));
  }

  /** The council gives component 1.1.3 two points. `objectUntil`: before which instant the units may object to what was announced. */
  decide(unitId: string, actor = 'thu_ky', onBehalfOf: string | null = null, until: Instant | null = null) {
    const minutes = { number: '12/BB-HĐTĐ', heldOn: '2025-02-10' };
    const decided = { minutes, votes: { for: 4, against: 1, abstained: 0 }, reason: 'Trùng nội dung' };
    const component = { year, unitId, component: '1.1.3', from: '3', to: '2' };
    const known = { ...unrecorded, objectUntil: until, clerkUnitId: null };
    return this.do(new DecideByCouncil({ ...component, ...decided, ...known }, { ...this.context(actor), onBehalfOf }));
  }

  /** The unit objects to its points for component 1.1.3, on paper. */
  object(unitId: string): Promise<CommandResult> {
    const register = { externalNumber: '1/KNĐ', channel: 'van_ban', receivedOn: '2025-03-31', dueOn: '2025-04-15' };
    const about = { year, unitId, caseId: 'kd_1', kind: 'score-objection', component: '1.1.3' } as const;
    return this.do(new ReceiveCase({ ...about, ...register, objectUntil }, this.context('tiep_dan')));
  }

  /** The log takes the next event of a stream not at once. */
  refuse(stream: string): void {
    const append = this.store.append.bind(this.store);
    jest.spyOn(this.store, 'append').mockImplementation((...asked) => {
      if (asked[0] !== stream) return append(...asked);
      jest.restoreAllMocks();
      return Promise.reject(new Error('the log is gone'));
    });
  }

  /** The next time that the block is read for a decision, somebody acts before the decision is written: by a clock that says `at`. */
  meanwhile(act: () => Promise<unknown>, at: Instant = this.clock.now()): void {
    const reader = this.module.get(BlockYearReader);
    const read = reader.read.bind(reader);
    jest.spyOn(reader, 'read').mockImplementationOnce(async (...asked) => {
      const snapshot = await read(...asked);
      const now = this.clock.now();
      this.clock.set(at);
      await act();
      this.clock.set(now);
      return snapshot;
    });
  }

  correct(actor = 'lanh_dao'): Promise<CommandResult> {
    const input = { year, blockId, decision, reason: 'Khiếu nại được kết luận là đúng' };
    return this.do(new CorrectResults(input, this.context(actor)));
  }

  announced(of: string): Promise<ReturnType<typeof provisionalResultsAnnounced.of>['data']> {
    return this.recorded(provisionalResultsAnnounced, of);
  }

  results(): Promise<ReturnType<typeof resultsPublished.of>['data']> {
    return this.recorded(resultsPublished);
  }

  correction(): Promise<ReturnType<typeof resultsCorrected.of>['data']> {
    return this.recorded(resultsCorrected);
  }

  private async recorded<Data>(
    schema: { readonly type: string; readonly decode: (version: number, data: object) => Data },
    of = blockId,
  ): Promise<Data> {
    for await (const event of this.store.read(`results-${year}.${of}`)) {
      if (event.type === schema.type) return schema.decode(event.metadata.schemaVersion, event.data);
    }
    throw new Error('nothing was recorded');
  }
}

/** One of every command that writes into a file, as good as any: nothing of it is looked at. */
function everyCommandOn(unitId: string, by: () => CommandContext): Command<CommandResult>[] {
  const file = { year, unitId };
  const of = { ...file, component: '1.1.3', round: 1, ...appraiser };
  const submitBy = '2025-02-01T10:00:00.000Z';
  const points = { from: '3', to: '2', reason: 'x' };
  const opening = { ...file, blockId, ruleset: writeRulesetRef, submitBy, appraiseBy: '2025-03-15T10:00:00.000Z' };
  const declaration = { kind: 'points', points: '1' } as const;
  const score = { ...file, component: '1.1.3', declaration, override: null, evidence: [], explanation: null };
  const question = { explanationId: 'gt_1', question: 'x', answerBy: submitBy };
  const minutes = { minutes: { number: '1', heldOn: '2025-01-10' }, votes: { for: 1, against: 0, abstained: 0 } };
  const about = { case: { kind: 'complaint', caseId: 'k1' }, conclusion: null } as const;
  const ruling = { ...about, decision, rulerUnitId: null };
  const given = { ...file, component: '1.1.3', ...points };
  return [
    new OpenAssessment(opening, by()),
    new RecordSelfScore(score, by()),
    new RequestApproval(file, by()),
    new DeclineApproval({ ...file, reason: 'x' }, by()),
    new SubmitSelfAssessment(file, by()),
    new GrantExtension({ ...file, submitBy, components: null, reason: 'x' }, by()),
    new GrantAppraisalExtension({ ...file, appraiseBy: submitBy, components: null, reason: 'x' }, by()),
    new ReturnSelfAssessment({ ...file, ...appraiser, submitBy, reason: 'x' }, by()),
    new ConfirmAppraisal(of, by()),
    new AdjustAppraisal({ ...of, ...points, reasonCode: 'x', correction: false, ...unrecorded }, by()),
    new AskExplanation({ ...of, ...question }, by()),
    new GiveExplanation({ ...file, explanationId: 'gt_1', text: 'x', evidence: [] }, by()),
    new CloseFieldAppraisal({ ...file, ...appraiser, ...wholeField, field: '1' }, by()),
    new CloseAppraisal({ ...file, ...appraiser }, by()),
    new DecideByCouncil({ ...given, ...minutes, ...unrecorded, objectUntil: null, clerkUnitId: null }, by()),
    new RulePoints({ ...given, ...ruling }, by()),
  ];
}

const EVIDENCE = { sha256: 'a'.repeat(64), name: 'KH.pdf', issuer: null, number: null, issuedOn: null };

async function refusal(act: Promise<unknown>): Promise<DomainError> {
  const thrown: unknown = await act.then(
    () => new Error('it was accepted'),
    (error: unknown) => error,
  );
  if (!(thrown instanceof DomainError)) throw thrown;
  return thrown;
}

describe('a block’s year, from opening to publication', () => {
  let ledger: Ledger;
  beforeEach(async () => {
    ledger = new Ledger();
    await ledger.start();
  });

  it('publishes exact values, ranks, classes, the unranked and what was used, as one fact', async () => {
    await ledger.yearOf(['u1', 'u2', 'u3', 'u4']);
    await ledger.finish('u1');
    await ledger.finish('u2', { '1.1.3': ['3', '2'] });
    await ledger.finish('u3');
    await ledger.declare('u4');
    await ledger.join('u5', '2024-12-01');
    await ledger.announce();
    const published = await ledger.publish();
    const results = await ledger.results();
    expect(published).toMatchObject({ stream: 'results-2024.so_nganh', revision: 1n });
    expect(results).toMatchObject({ year, blockId, n: 3, scheme: 'competition', ruleset: writeRulesetRef, decision });
    expect(results.components).toEqual(['1.1.1', '1.1.2', '1.1.3', '1.1.4', '1.1.5', '2.1.1', '2.1.2', '2.1.3']);
    expect(results.units.map(({ unitId, rank, tied }) => [unitId, rank, tied])).toEqual([
      ['u1', 1, true],
      ['u3', 1, true],
      ['u2', 3, false],
    ]);
    // 1 + 4/3 + 3 + 1 + 1/2 = 41/6 appraised, (2 × 100 + 50) ÷ 4 % of 2 = 5/4 by survey, 1 bonus: 109/12 of 10.
    expect(results.units[0]).toEqual({
      unitId: 'u1',
      unitName: 'Sở u1',
      points: ['1', '4/3', '3', '1', '0.5', '1.25', '0', '1'],
      appraised: '41/6',
      survey: '1.25',
      bonus: '1',
      penalty: '0',
      total: '109/12',
      maximum: '10',
      index: '545/6',
      totalDisplayed: '9.08',
      indexDisplayed: '90.83',
      className: 'Xuất sắc',
      grade: 'excellent',
      rank: 1,
      tied: true,
      used: { 'unit-u1': '0', 'assessment-2024.u1': '17', 'survey-2024.u1': '0' },
    });
    expect(results.unranked).toEqual([
      { unitId: 'u4', unitName: 'Sở u4', state: 'not-submitted' },
      { unitId: 'u5', unitName: 'Sở u5', state: 'not-assessed' },
    ]);
    expect(results.publishedAt).toBe('2025-04-02T00:00:00.000Z');
    expect(BigInt(results.logPosition)).toBe(published.position - 1n);
    expect(results.digest).toBe(resultsDigest(results));
  });

  it('counts concluded complaints and names units as on the day of signing', async () => {
    await ledger.yearOf(['u1']);
    await ledger.finish('u1');
    const register = { externalNumber: '1/KN', channel: '1022', receivedOn: '2024-06-01', dueOn: '2024-06-15' };
    const name = { year, unitId: 'u1', caseId: 'c1' };
    await ledger.do(
      new ReceiveCase({ ...name, kind: 'complaint', component: null, ...register }, ledger.context('tiep_dan')),
    );
    const conclusion = { outcome: 'upheld', closedOn: '2024-07-01', reason: 'Chậm' } as const;
    await ledger.do(new CloseCase({ ...name, ...conclusion }, ledger.context('tiep_dan')));
    const rename = (to: string, effectiveOn: string) =>
      ledger.do(
        new RenameUnit({ unitId: 'u1', name: to, effectiveOn, decree: sampleDecree }, ledger.context('quan_tri')),
      );
    await rename('Sở Mới', '2025-04-01');
    await rename('Sở Mới Nữa', '2025-04-02');
    await ledger.announce();
    await ledger.publish();
    const [unit] = (await ledger.results()).units;
    expect(unit).toMatchObject({ penalty: '0.5', total: '103/12', unitName: 'Sở Mới' });
    expect(unit?.used).toHaveProperty(['casework-2024.u1'], '1');
  });

  it('names every unit that is not finished, with its reason', async () => {
    await ledger.yearOf(['u1', 'u2', 'u3', 'u4']);
    await ledger.finish('u1');
    await ledger.submit('u2');
    await ledger.submit('u3');
    await ledger.appraise('u3');
    await ledger.close('u3');
    const early = await refusal(ledger.announce('2025-01-12T00:00:00.000Z'));
    expect(early).toBeInstanceOf(ResultsAreNotReady);
    expect((early as ResultsAreNotReady).obstacles).toEqual([
      { unitId: 'u2', name: 'Sở u2', kind: 'not-appraised', reason: 'chưa kết thúc thẩm định', until: null },
      { unitId: 'u3', name: 'Sở u3', kind: 'components-missing', reason: 'thiếu điểm 2.1.1', until: null },
      {
        ...{ unitId: 'u4', name: 'Sở u4', kind: 'still-declaring' },
        ...{ reason: 'còn được nộp đến 17:00 15/01/2025 (giờ Việt Nam)', until: '2025-01-15T10:00:00.000Z' },
      },
    ]);
    expect(early.details).toEqual({ units: (early as ResultsAreNotReady).obstacles });
    expect(early.message).toBe('Còn 3 đơn vị của Khối chưa xong.');
    const late = await refusal(ledger.announce());
    expect(late.details.units).toMatchObject([{ unitId: 'u2' }, { unitId: 'u3' }]);
  });

  it('waits for members without a file as long as one could still be opened and submitted, by name', async () => {
    await ledger.yearOf(['u1']);
    await ledger.finish('u1');
    await ledger.join('u2', '2024-12-01');
    const waiting = { unitId: 'u2', kind: 'not-opened', until: '2025-01-15T10:00:00.000Z' };
    const early = await refusal(ledger.announce('2025-01-15T10:00:29.999Z'));
    expect((early as ResultsAreNotReady).obstacles).toMatchObject([waiting]);
    const reason = 'chưa mở hồ sơ, mà còn được nộp đến 17:00 15/01/2025 (giờ Việt Nam)';
    expect(early.details).toMatchObject({ units: [{ ...waiting, reason }] });
    await ledger.announce('2025-01-15T10:00:30.000Z');
    await ledger.publish();
    expect((await ledger.results()).unranked).toMatchObject([{ unitId: 'u2', state: 'not-assessed' }]);
  });

  it('is not announced with no file open at all, before its deadline or after', async () => {
    const other = { year, blockId: 'khac' };
    await ledger.yearOf(['u0'], ['khac']);
    for (const unitId of ['u1', 'u2']) await ledger.join(unitId, '2020-01-01', 'khac');
    for (const at of ['2025-01-10T00:00:00.000Z', '2025-03-20T00:00:00.000Z']) {
      const refused = await refusal(ledger.announce(at, other));
      expect([refused.code, refused.details.members]).toEqual(['publication.no-file-is-open', 2]);
    }
    await ledger.do(new OpenBlockYear(other, ledger.context('quan_tri')));
    await ledger.announce(undefined, other);
    const { n, unranked } = await ledger.announced('khac');
    expect([n, ...unranked.map(({ state }) => state)]).toEqual([0, 'not-submitted', 'not-submitted']);
  });

  it('is finished by a person where a survey had too few answers and the appraisal is over', async () => {
    await ledger.yearOf(['u1']);
    await ledger.submit('u1');
    await ledger.survey('u1', ['A']);
    await ledger.appraise('u1');
    await ledger.close('u1');
    const refused = await refusal(ledger.announce());
    expect(refused.details.units).toMatchObject([{ reason: 'thiếu điểm 2.1.1' }]);
    const round = { year, unitId: 'u1', component: '2.1.1', round: 1, ...appraiser };
    const reason = { reasonCode: 'survey-too-small', reason: 'Chỉ có 1 phiếu', correction: false, ...unrecorded };
    await ledger.do(
      new AdjustAppraisal({ ...round, from: null, to: '1', ...reason }, ledger.context('tham_dinh_vien')),
    );
    await ledger.announce();
    await ledger.publish();
    expect((await ledger.results()).units).toMatchObject([{ unitId: 'u1', survey: '1', total: '53/6' }]);
  });

  it('is published once; the same command again gets its first answer, though it would now be refused', async () => {
    await ledger.yearOf(['u1']);
    await ledger.finish('u1');
    await ledger.announce();
    const context = ledger.context('lanh_dao');
    const first = await ledger.publish(context);
    const withdrawal = { year, unitId: 'u1', campaign: 'sipas', batch: 'dot-1', reason: 'Nhập nhầm' };
    await ledger.do(new WithdrawSurveyBatch(withdrawal, ledger.context('dieu_tra')));
    const head = await ledger.store.head();
    expect(await ledger.publish(context)).toEqual(first);
    expect(await refusal(ledger.publish())).toBeInstanceOf(ResultsAlreadyRecorded);
    expect(await ledger.store.head()).toBe(head);
  });

  it('is not published by anybody who appraised, also not by delegation', async () => {
    await ledger.yearOf(['u1']);
    await ledger.finish('u1');
    await ledger.announce();
    expect(await refusal(ledger.publish(ledger.context('tham_dinh_vien')))).toBeInstanceOf(PublisherAppraised);
    const delegate = { ...ledger.context('lanh_dao'), onBehalfOf: 'tham_dinh_vien' };
    expect(await refusal(ledger.publish(delegate))).toBeInstanceOf(PublisherAppraised);
  });

  it('counts what the council decided after the appraisal, entered by nobody who appraised, published by another', async () => {
    await ledger.yearOf(['u1']);
    await ledger.finish('u1');
    expect(await refusal(ledger.decide('u1', 'tham_dinh_vien'))).toBeInstanceOf(CouncilAppraised);
    expect(await refusal(ledger.decide('u1', 'thu_ky', 'tham_dinh_vien'))).toBeInstanceOf(CouncilAppraised);
    await ledger.decide('u1');
    await ledger.announce();
    expect(await refusal(ledger.publish(ledger.context('thu_ky')))).toBeInstanceOf(PublisherAppraised);
    await ledger.publish();
    expect((await ledger.results()).units[0]?.points).toEqual(['1', '4/3', '2', '1', '0.5', '1.25', '0', '1']);
  });

  it('is not published while an event of a unit cannot be read', async () => {
    await ledger.yearOf(['u1', 'u2']);
    await ledger.finish('u1');
    await ledger.finish('u2');
    const context = { ...ledger.context('sau_nay'), recordedAt: '2025-02-11T00:00:00.000Z', part: 1, parts: 1 };
    const later = {
      id: context.commandId,
      type: 'SurveyBatchRecorded',
      data: {},
      metadata: { ...context, schemaVersion: 9 },
    };
    await ledger.store.append('survey-2024.u2', 0n, [later]);
    const refused = await refusal(ledger.announce());
    expect((refused as ResultsAreNotReady).obstacles).toMatchObject([{ unitId: 'u2', kind: 'unreadable' }]);
  });

  it('ranks a unit where its file was opened, though it moved to another block since', async () => {
    await ledger.yearOf(['u1', 'u2']);
    await ledger.finish('u1');
    await ledger.finish('u2');
    await ledger.do(new LeaveBlock({ blockId, unitId: 'u2', until: '2024-11-30' }, ledger.context('quan_tri')));
    await ledger.do(new DefineBlock({ blockId: 'khac', name: 'Khối khác' }, ledger.context('quan_tri')));
    await ledger.do(new JoinBlock({ blockId: 'khac', unitId: 'u2', from: '2024-12-01' }, ledger.context('quan_tri')));
    await ledger.announce();
    await ledger.publish();
    expect((await ledger.results()).units.map(({ unitId }) => unitId)).toEqual(['u1', 'u2']);
  });

  it('leaves two half-filled files as they are when their units merge in mid-period, and assesses the new unit by its own', async () => {
    await ledger.yearOf(['u1', 'u2', 'u3']);
    await ledger.declare('u1');
    await ledger.declare('u2');
    await ledger.merge('u9', ['u1', 'u2'], '2024-12-01');
    await ledger.do(new OpenBlockYear({ year, blockId }, ledger.context('quan_tri')));
    await ledger.finish('u3');
    await ledger.finish('u9', { '1.1.3': ['3', '2'] });
    await ledger.announce();
    await ledger.publish();
    const { n, units, unranked } = await ledger.results();
    expect([n, ...units.map(({ unitId, rank }) => [unitId, rank])]).toEqual([2, ['u3', 1], ['u9', 2]]);
    expect(unranked.map(({ unitId, state }) => [unitId, state])).toEqual([
      ['u1', 'ended'],
      ['u2', 'ended'],
    ]);
    const declared = [];
    for await (const { type } of ledger.store.read('assessment-2024.u1')) declared.push(type);
    expect(declared.filter((type) => type === 'SelfScoreRecorded')).toHaveLength(Object.keys(declarations).length);
  });

  it('takes nothing more into files of units that have ended, finished or not, and ranks their successor alone', async () => {
    await ledger.yearOf(['u1', 'u2', 'u3']);
    await ledger.finish('u1');
    await ledger.declare('u2');
    await ledger.merge('u9', ['u1', 'u2'], '2024-12-01');
    const head = await ledger.store.head();
    for (const unitId of ['u1', 'u2']) {
      for (const command of everyCommandOn(unitId, () => ledger.context('ai_do')))
        expect([unitId, command.constructor.name, (await refusal(ledger.do<unknown>(command))).code]).toEqual([
          unitId,
          command.constructor.name,
          'assessment.unit-has-ended',
        ]);
    }
    expect(await ledger.store.head()).toBe(head);
    await ledger.do(new OpenBlockYear({ year, blockId }, ledger.context('quan_tri')));
    await ledger.finish('u9', { '1.1.3': ['3', '2'] });
    await ledger.announce();
    await ledger.publish();
    const { n, units, unranked } = await ledger.results();
    expect([n, ...units.map(({ unitId, rank }) => [unitId, rank])]).toEqual([1, ['u9', 1]]);
    expect(unranked.map(({ unitId, state }) => [unitId, state])).toEqual([
      ['u1', 'ended'],
      ['u2', 'ended'],
      ['u3', 'not-submitted'],
    ]);
  });

  it('leaves what was published before an end was told, until it is corrected', async () => {
    await ledger.yearOf(['u1', 'u2']);
    await ledger.finish('u1');
    await ledger.finish('u2', { '1.1.3': ['3', '2'] });
    await ledger.announce();
    await ledger.publish();
    const end = { unitId: 'u1', effectiveOn: '2024-12-31', decree: sampleDecree };
    await ledger.do(new DissolveUnit(end, ledger.context('quan_tri')));
    expect(await ledger.results()).toMatchObject({ n: 2, units: [{ unitId: 'u1' }, { unitId: 'u2' }] });
    await ledger.correct();
    const corrected = await ledger.correction();
    expect(corrected).toMatchObject({ n: 1, units: [{ unitId: 'u2', rank: 1 }], unranked: [{ state: 'ended' }] });
    expect(corrected.differences.map(({ unitId, rank }) => [unitId, rank])).toEqual([
      ['u1', { from: 1, to: null }],
      ['u2', { from: 2, to: 1 }],
    ]);
    expect(await ledger.results()).toMatchObject({ n: 2 });
  });

  it('ranks a unit that lived through the year, though it ended before the results', async () => {
    await ledger.yearOf(['u1', 'u2']);
    await ledger.submit('u1');
    const end = { unitId: 'u1', effectiveOn: '2025-01-01', decree: sampleDecree };
    await ledger.do(new DissolveUnit(end, ledger.context('quan_tri')));
    await ledger.survey('u1', ['A', 'A', 'B', 'C']);
    await ledger.appraise('u1');
    await ledger.close('u1');
    await ledger.finish('u2');
    await ledger.announce();
    await ledger.publish();
    expect((await ledger.results()).units.map(({ unitId }) => unitId)).toEqual(['u1', 'u2']);
  });

  it('is neither opened nor published when the year is closed, the block skipped, unbound or empty', async () => {
    const open = (id = blockId, y = year) =>
      ledger.do(new OpenBlockYear({ year: y, blockId: id }, ledger.context('quan_tri')));
    const announce = (id: string, y = year) => ledger.announce(undefined, { year: y, blockId: id });
    await ledger.yearOf(['u1']);
    await ledger.do(new DefineBlock({ blockId: 'khac', name: 'Khối khác' }, ledger.context('quan_tri')));
    for (const act of [open, announce]) {
      expect(await refusal(act(blockId, 2031))).toBeInstanceOf(YearIsNotOpen);
      expect(await refusal(act('khac'))).toBeInstanceOf(BlockIsNotAssessed);
    }
    await ledger.do(new SkipBlock({ year, blockId, reason: 'Sắp xếp', begun: null }, ledger.context('quan_tri')));
    for (const act of [open, announce]) expect(await refusal(act(blockId))).toBeInstanceOf(BlockIsNotAssessed);
  });

  it('opens each member’s file once; a late member is added by a new command, and each command keeps its first answer', async () => {
    await ledger.yearOf(['u1', 'u2']);
    const [early, late] = [ledger.context('quan_tri'), ledger.context('quan_tri')];
    const open = (context: CommandContext) => ledger.do(new OpenBlockYear({ year, blockId }, context));
    const first = await open(early);
    expect(first).toEqual({
      ...{ opened: [], alreadyOpen: ['u1', 'u2'], openElsewhere: [] },
      position: await ledger.store.head(),
    });
    await ledger.join('u3');
    expect(await open(early)).toEqual(first);
    const second = await open(late);
    expect(second).toMatchObject({ opened: ['u3'], alreadyOpen: ['u1', 'u2'] });
    await ledger.join('u4');
    await ledger.do(new LeaveBlock({ blockId, unitId: 'u1', until: '2024-06-30' }, ledger.context('quan_tri')));
    const head = await ledger.store.head();
    expect([await open(early), await open(late)]).toEqual([first, second]);
    expect(await ledger.store.head()).toBe(head);
  });

  it('finds the files again that it opened before it stopped, and says so', async () => {
    await ledger.yearOf(['u1']);
    await ledger.join('u2');
    await ledger.join('u3');
    const context = ledger.context('quan_tri');
    const open = () => ledger.do(new OpenBlockYear({ year, blockId }, context));
    ledger.refuse('opening-2024.so_nganh');
    await expect(open()).rejects.toThrow('the log is gone');
    expect(await open()).toMatchObject({ opened: ['u2', 'u3'], alreadyOpen: ['u1'] });
  });

  it('of a unit in two blocks is assessed in one; the other says so, and names it', async () => {
    await ledger.yearOf(['u1'], ['khac']);
    await ledger.do(new JoinBlock({ blockId: 'khac', unitId: 'u1', from: '2020-01-01' }, ledger.context('quan_tri')));
    const opened = await ledger.do(new OpenBlockYear({ year, blockId: 'khac' }, ledger.context('quan_tri')));
    expect(opened).toMatchObject({ opened: [], alreadyOpen: [], openElsewhere: [{ unitId: 'u1', blockId }] });
    const refused = await refusal(ledger.announce(undefined, { year, blockId: 'khac' }));
    expect(refused).toBeInstanceOf(MembersAreAssessedElsewhere);
    expect(refused.details.units).toEqual([{ unitId: 'u1', blockId }]);
  });

  it('opens no file of a unit that has ended, also when nobody recorded that it left the block', async () => {
    await ledger.yearOf(['u1', 'u2']);
    const end = { unitId: 'u2', effectiveOn: '2025-07-01', decree: sampleDecree };
    await ledger.do(new DissolveUnit(end, ledger.context('quan_tri')));
    ledger.clock.set('2025-07-02T00:00:00.000Z');
    await ledger.open(2025);
    const opened = await ledger.do(new OpenBlockYear({ year: 2025, blockId }, ledger.context('quan_tri')));
    expect(opened.opened).toEqual(['u1']);
  });

  it('takes files until the deadline that is in effect: set in Tết, to the second of the end of the first working day after it', async () => {
    await ledger.yearOf(['u1', 'u2', 'u3'], [], '2025-02-04T10:00:00.000Z');
    for (const unitId of ['u1', 'u2', 'u3']) {
      await ledger.declare(unitId);
      await ledger.do(new RequestApproval({ year, unitId }, ledger.context(`${unitId}_chuyen_vien`)));
    }
    const submit = (unitId: string, at: string) => {
      ledger.clock.set(at);
      return ledger.do(new SubmitSelfAssessment({ year, unitId }, ledger.context(`${unitId}_thu_truong`)));
    };
    await submit('u1', '2025-02-06T16:59:59.000Z');
    for (const [unitId, at] of [
      ['u2', '2025-02-06T17:00:00.000Z'],
      ['u3', '2025-02-06T17:00:01.000Z'],
    ] as const)
      expect((await refusal(submit(unitId, at))).code).toBe('assessment.submission-deadline-passed');
  });

  it('needs members', async () => {
    await ledger.yearOf(['u1']);
    await ledger.do(new LeaveBlock({ blockId, unitId: 'u1', until: '2023-12-31' }, ledger.context('quan_tri')));
    const empty = new OpenBlockYear({ year, blockId }, ledger.context('quan_tri'));
    expect(await refusal(ledger.do(empty))).toBeInstanceOf(BlockHasNoMembers);
    expect(await refusal(ledger.announce())).toBeInstanceOf(BlockHasNoMembers);
  });

  it('has imported results only of a year that was not opened here, and once', async () => {
    await ledger.yearOf(['u1']);
    ledger.clock.set('2025-04-02T00:00:00.000Z');
    const row = { unitId: 'u1', unitName: 'Sở u1', index: '92.50', rank: 1, className: null, grade: null, note: null };
    const source = { title: 'Báo cáo', url: 'https://example.vn/2024' };
    const imported = { blockId, blockName: 'Khối', n: null, rows: [row], source };
    const take = (of: number) => ledger.do(new ImportResults({ ...imported, year: of }, ledger.context('quan_tri')));
    expect(await refusal(take(year))).toBeInstanceOf(ImportedYearIsOpen);
    await take(year - 1);
    expect(await refusal(take(year - 1))).toBeInstanceOf(ResultsAlreadyRecorded);
  });

  it('is corrected after a complaint was upheld and ruled on: once for each difference', async () => {
    await ledger.yearOf(['u1', 'u2']);
    await ledger.finish('u1');
    await ledger.finish('u2', { '1.1.3': ['3', '2'] });
    await ledger.announce();
    await ledger.publish();
    expect((await refusal(ledger.correct())).code).toBe('publication.nothing-differs');
    expect((await refusal(ledger.rule('u2', '2', '3', 'tham_dinh_vien'))).code).toBe('assessment.ruler-is-involved');
    await ledger.rule('u2', '2', '3');
    expect(await refusal(ledger.correct('thu_ky'))).toBeInstanceOf(PublisherAppraised);
    await ledger.correct();
    expect((await refusal(ledger.correct())).code).toBe('publication.nothing-differs');
    const types: string[] = [];
    for await (const { type } of ledger.store.read(`results-${year}.${blockId}`)) types.push(type);
    expect(types).toEqual(['ProvisionalResultsAnnounced', 'ResultsPublished', 'ResultsCorrected']);
  });

  describe('two at once', () => {
    const outcomes = async (...acts: Promise<unknown>[]) => {
      const settled = await Promise.allSettled(acts);
      const refused = settled.flatMap((act) => (act.status === 'rejected' ? [(act.reason as DomainError).code] : []));
      return { accepted: settled.length - refused.length, refused };
    };

    it('appraisers saving one component: one is accepted, the other told', async () => {
      await ledger.yearOf(['u1']);
      await ledger.submit('u1');
      ledger.clock.set('2025-02-10T00:00:00.000Z');
      const round = { year, unitId: 'u1', component: '1.1.3', round: 1, ...appraiser };
      const reason = { reasonCode: 'evidence-partial', reason: 'Tài liệu chưa đủ', correction: false, ...unrecorded };
      const adjust = (to: string, actor: string) =>
        ledger.do(new AdjustAppraisal({ ...round, from: '3', to, ...reason }, ledger.context(actor)));
      const confirm = ledger.do(new ConfirmAppraisal(round, ledger.context('tham_dinh_c')));
      expect(await outcomes(adjust('2', 'tham_dinh_a'), adjust('1', 'tham_dinh_b'), confirm)).toEqual({
        accepted: 1,
        refused: ['assessment.already-appraised', 'assessment.already-appraised'],
      });
    });

    it('imports of one survey batch: it counts once', async () => {
      await ledger.yearOf(['u1']);
      expect(await outcomes(ledger.survey('u1', ['A', 'B']), ledger.survey('u1', ['A', 'B']))).toEqual({
        accepted: 1,
        refused: ['survey.batch-already-recorded'],
      });
    });

    it('a decision of the council while results are published: it is told that it comes too late', async () => {
      await ledger.yearOf(['u1']);
      await ledger.finish('u1');
      await ledger.announce();
      const told: DomainError[] = [];
      ledger.meanwhile(async () => told.push(await refusal(ledger.decide('u1', 'thu_ky', null, objectUntil))));
      await ledger.publish();
      expect(told.map(({ code }) => code)).toEqual(['assessment.council-time-is-over']);
      expect((await refusal(ledger.correct())).code).toBe('publication.nothing-differs');
    });

    it.each([
      ['a decision of the council', () => ledger.decide('u1', 'thu_ky', null, objectUntil), 'figures-have-changed'],
      ['an objection', () => ledger.object('u1'), 'objections-are-open'],
    ])(
      '%s at the last moment, recorded only while results are published: nothing is published without it',
      async (_, act, why) => {
        await ledger.yearOf(['u1']);
        await ledger.finish('u1');
        await ledger.announce();
        ledger.clock.set('2025-04-01T00:00:05.000Z');
        ledger.meanwhile(act, '2025-03-31T23:59:59.999Z');
        expect((await refusal(ledger.publish())).code).toBe('publication.objection-window-is-open');
        ledger.clock.set('2025-04-01T00:00:30.000Z');
        expect((await refusal(ledger.publish())).code).toBe(`publication.${why}`);
      },
    );

    it('publications of one block: there is one', async () => {
      await ledger.yearOf(['u1']);
      await ledger.finish('u1');
      await ledger.announce();
      expect(await outcomes(ledger.publish(), ledger.publish())).toEqual({
        accepted: 1,
        refused: ['publication.results-already-recorded'],
      });
    });
  });
});
