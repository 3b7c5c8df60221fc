import type { CommandContext } from '@app/event-store';
import type { Instant } from '@app/kernel';
import type { Command } from '@nestjs/cqrs';

/** Any of the ledger's commands; the demo does not need its answer. */
export type DemoCommand = Command<unknown> & { readonly context: CommandContext };

/** Commands of one moment: sequences run side by side, the commands of one sequence one after the other. */
export interface Step {
  readonly at: Instant;
  readonly sequences: readonly (readonly DemoCommand[])[];
}

/** How many commands a list of steps holds. */
export function countCommands(steps: readonly Step[]): number {
  return steps.flatMap(({ sequences }) => sequences).reduce((sum, sequence) => sum + sequence.length, 0);
}
