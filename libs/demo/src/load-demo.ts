import type { EventStore } from '@app/event-store';
import type { ManualClock } from '@app/kernel';
import { resultsStream } from '@app/publication';
import type { RulesetCatalog } from '@app/ruleset';
import type { CommandBus } from '@nestjs/cqrs';
import { foundationSteps, newHeadSteps } from './foundation';
import { countCommands, type DemoCommand, type Step } from './step';
import { demoYears } from './story';
import { demoBlocks } from './units';
import { publishing, yearSteps } from './year-steps';

/** The seed of the demo that comes with the program. */
export const DEMO_SEED = 4000;

/** How many sequences of commands run side by side. */
const ABREAST = 16;

export interface DemoLoad {
  readonly commandBus: CommandBus;
  /** The clock that the command handlers read: the demo sets it to the moment of each step. */
  readonly clock: ManualClock;
  readonly rulesets: RulesetCatalog;
  readonly seed?: number;
  /** Called after every command. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Enters the demo years through the ordinary commands. Every command has an id of its own for ever: loading again, or going on after
 * it was cut off, adds nothing twice. Returns the number of commands.
 */
export async function loadDemo({
  commandBus,
  clock,
  rulesets,
  seed = DEMO_SEED,
  onProgress,
}: DemoLoad): Promise<number> {
  const steps = demoSteps(seed, rulesets);
  const total = countCommands(steps);
  let done = 0;
  const run = async (command: DemoCommand): Promise<void> => {
    await commandBus.execute(command);
    onProgress?.((done += 1), total);
  };
  for (const { at, sequences } of steps) {
    clock.set(at);
    await abreast(sequences, async (sequence) => {
      for (const command of sequence) await run(command);
    });
  }
  return total;
}

/** Whether the last command of the demo was carried out in this log: then all before it were. */
export async function isDemoLoaded(store: EventStore): Promise<boolean> {
  const lastYear = Math.max(...demoYears);
  for (const { blockId } of demoBlocks) {
    const { commandId } = publishing(lastYear, blockId);
    if (!(await wasCarriedOut(store, resultsStream(lastYear, blockId), commandId))) return false;
  }
  return true;
}

async function wasCarriedOut(store: EventStore, stream: string, commandId: string): Promise<boolean> {
  for await (const { metadata } of store.read(stream)) if (metadata.commandId === commandId) return true;
  return false;
}

/** All steps in the order of their moments. */
export function demoSteps(seed: number, rulesets: RulesetCatalog): Step[] {
  const steps = [
    ...foundationSteps(),
    ...demoYears.flatMap((year) => yearSteps(seed, year, (id) => rulesets.inForce(id, `${year}-12-31`))),
    ...newHeadSteps(),
  ];
  const done = steps.filter(({ sequences }) => sequences.length > 0);
  return done.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** At the first failure nothing new is begun; what is under way ends before the failure is thrown. */
async function abreast<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const queue = items.values();
  const failures: unknown[] = [];
  const worker = async (): Promise<void> => {
    for (const item of queue) {
      if (failures.length > 0) return;
      await work(item).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: ABREAST }, worker));
  if (failures.length > 0) throw failures[0];
}
