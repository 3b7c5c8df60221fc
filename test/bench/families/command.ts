import { randomUUID } from 'node:crypto';
import { assessment, assessmentStream, OpenAssessment, RecordSelfScore, recordSelfScore } from '@app/assessment';
import { accountsOf, type CommandContext, EventRegistry, type EventStore, WritePath } from '@app/event-store';
import { SystemClock } from '@app/kernel';
import { eventSchemas } from '@app/platform';
import { rulesetRef } from '@app/ruleset';
import { CommandBus } from '@nestjs/cqrs';
import { declarable, ruleset } from '../data/declarations';
import { giveIdentity } from '../data/seed';
import type { Experiment } from '../harness/bench';
import { interleaved, type Subject } from '../harness/contest';
import { closedLoop } from '../harness/load';
import { emmettIsThere, openEmmett } from '../peers/emmett';
import { emmettAppends, ourAppends } from './append';
import { openBenchLedger } from './ledger';

const CLIENTS = 16;
const load = { clients: CLIENTS, parts: 1 };
const YEAR = 2026;

/** Officers who fill in the files of their units: each command is decided by the rule of its component. */
export const commands: Experiment = {
  rows: ['A6'],
  run: async ({ server, scale, say }) => {
    const database = await server.database();
    await giveIdentity(database);
    const ledger = await openBenchLedger(database.appUrl);
    const emmett = emmettIsThere ? await openEmmett(database.ownerUrl, CLIENTS) : undefined;
    const bus = ledger.app.get(CommandBus);
    const subjects: Subject[] = [
      officers('command bus', bus, scale.slice, (score, context) => bus.execute(new RecordSelfScore(score, context))),
      officers('write path, nothing remembered', bus, scale.slice, (score, context) =>
        decideCold(ledger.store, score, context),
      ),
      { ...ourAppends(ledger.store, load, scale.slice), name: 'our bare append', role: 'limit' },
      ...(emmett ? [emmettAppends(emmett, load, scale.slice)] : []),
    ];
    const units = { rate: '1/s', p50: 'ms', p99: 'ms' };
    try {
      return await interleaved({ name: 'command, 16 clients', units, subjects, rounds: scale.rounds }, say);
    } finally {
      await Promise.all([ledger.close(), emmett?.close()]);
      await database.drop();
    }
  },
};

type Score = ConstructorParameters<typeof RecordSelfScore>[0];

/** As a process that never saw the stream: it is read and folded each time. */
function decideCold(store: EventStore, score: Score, context: CommandContext): Promise<unknown> {
  const path = new WritePath(store, new EventRegistry(eventSchemas), new SystemClock());
  return path.execute(assessment, assessmentStream(score.year, score.unitId), context, (state, now) =>
    recordSelfScore(state, score, ruleset, accountsOf(context), now),
  );
}

/** Each client fills in one unit's file after another, component by component. */
function officers(
  name: string,
  bus: CommandBus,
  ms: number,
  execute: (score: Score, context: CommandContext) => Promise<unknown>,
): Subject {
  const files = Array.from({ length: CLIENTS }, () => ({ number: 0, done: Infinity }));
  const prefix = name.replaceAll(/\W/g, '_');
  const unitOf = (client: number, number: number) => `${prefix}_${client}_${number}`;
  const run = () =>
    closedLoop(CLIENTS, ms, async (client) => {
      const file = files[client] as { number: number; done: number };
      if (file.done >= declarable.length) {
        [file.number, file.done] = [file.number + 1, 0];
        await open(bus, unitOf(client, file.number));
        return 1;
      }
      const { component, declaration } = declarable[file.done] as (typeof declarable)[number];
      file.done += 1;
      const what = { year: YEAR, unitId: unitOf(client, file.number), component: component.code, declaration };
      const explanation = 'Tài liệu đang được cơ quan lưu trữ số hóa';
      await execute({ ...what, override: null, evidence: [], explanation }, contextOf('unit-officer'));
      return 1;
    });
  return { name, role: 'ours', run };
}

async function open(bus: CommandBus, unitId: string): Promise<void> {
  const deadlines = { submitBy: '2099-12-20T17:00:00.000Z', appraiseBy: '2100-02-28T17:00:00.000Z' };
  const input = { year: YEAR, unitId, blockId: 'b1', ruleset: rulesetRef(ruleset), ...deadlines };
  await bus.execute(new OpenAssessment(input, contextOf('administrator-of-units')));
}

function contextOf(role: string): CommandContext {
  const commandId = randomUUID();
  return { commandId, correlationId: commandId, causationId: commandId, actor: 'can_bo_mau', onBehalfOf: null, role };
}
