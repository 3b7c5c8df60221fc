import type { EstimatedRebuild, PartStatus, ProjectionStatus, ReadStoreHealth } from '@app/read-store';
import { Shown, ShownObject } from '../http/answers';

class PartAnswer {
  @Shown('text', 'Number of the part from 0, or `stage`: what is computed behind all parts (ranks)')
  part!: string;

  @Shown('text', 'Position of the last event applied', { nullable: true })
  position!: string | null;

  @Shown('integer', 'Events behind the log; null where they cannot be counted', { nullable: true })
  lagEvents!: number | null;

  @Shown('integer', 'Whole seconds since the oldest event that is not applied was recorded; 0: none')
  oldestUnprocessedSeconds!: number;

  @Shown('integer', "Whole seconds since the runner's last sign of life", { nullable: true })
  secondsSinceBeat!: number | null;
}

class ProjectionAnswer {
  @Shown('text', 'Name of the read model (bộ chiếu)')
  projection!: string;

  @Shown('integer', 'Version')
  version!: number;

  @Shown('integer', 'Generation that readers see, or that takes over when it has caught up')
  generation!: number;

  @Shown('text', 'Whether readers see it', { enum: ['building', 'live'] })
  state!: string;

  @Shown('text', 'Position of the last event applied', { nullable: true })
  position!: string | null;

  @Shown('text', "Position of the log's last event", { nullable: true })
  head!: string | null;

  @Shown('integer', 'Events behind the log; null where they cannot be counted', { nullable: true })
  lagEvents!: number | null;

  @Shown('integer', 'Whole seconds since the oldest event that is not applied was recorded; 0: none')
  oldestUnprocessedSeconds!: number;

  @Shown('integer', "Whole seconds since the runner's last sign of life", { nullable: true })
  secondsSinceBeat!: number | null;

  @Shown('integer', 'Parts that stand still because of a faulty event')
  quarantined!: number;

  @ShownObject(() => PartAnswer, 'Each part of a divided read model; empty where it is undivided', { isArray: true })
  parts!: PartAnswer[];
}

class RebuildAnswer {
  @Shown('text', 'Name of the read model that is being rebuilt')
  projection!: string;

  @Shown('integer', 'Generation that is being built beside the live one')
  generation!: number;

  @Shown('text', 'What it does now', { enum: ['loading', 'settling', 'following'] })
  phase!: string;

  @Shown('text', 'Position in the log that loading came to', { nullable: true })
  position!: string | null;

  @Shown('text', 'Position in the log at which loading ends', { nullable: true })
  target!: string | null;

  @Shown('integer', 'Groups settled')
  settled!: number;

  @Shown('integer', 'Groups to settle; null while loading', { nullable: true })
  groups!: number | null;

  @Shown(
    'integer',
    'Whole seconds until what it does now is done, at its pace so far; 0: it follows the log; null: not known',
    {
      nullable: true,
    },
  )
  secondsLeft!: number | null;

  @Shown('text', 'Why it goes event by event, by the ordinary way; null: it need not', { nullable: true })
  careful!: string | null;

  @Shown('text', 'When it was begun')
  startedAt!: string;

  @Shown('integer', 'Whole seconds since it last came further')
  secondsSinceProgress!: number;
}

export class ProjectionsAnswer {
  @ShownObject(() => ProjectionAnswer, 'Every read model', { isArray: true })
  projections!: ProjectionAnswer[];

  @ShownObject(() => RebuildAnswer, 'Rebuilds under way, or waiting to be cut over', { isArray: true })
  rebuilds!: RebuildAnswer[];
}

export function projectionsAnswerOf({ projections, rebuilds }: ReadStoreHealth): ProjectionsAnswer {
  return { projections: projections.map(projectionOf), rebuilds: rebuilds.map(rebuildOf) };
}

function projectionOf(status: ProjectionStatus): ProjectionAnswer {
  const { projection, version, generation, state, position, head, lagEvents, quarantined } = status;
  return {
    ...{ projection, version, generation, state, position, head, lagEvents, quarantined },
    ...secondsOf(status),
    parts: status.parts.map(partOf),
  };
}

function partOf(status: PartStatus): PartAnswer {
  const { part, position, lagEvents } = status;
  return { part: String(part), position, lagEvents, ...secondsOf(status) };
}

function secondsOf({ oldestUnprocessedSeconds, secondsSinceBeat }: PartStatus | ProjectionStatus) {
  return {
    oldestUnprocessedSeconds: Math.round(oldestUnprocessedSeconds),
    secondsSinceBeat: secondsSinceBeat === null ? null : Math.round(secondsSinceBeat),
  };
}

function rebuildOf(state: EstimatedRebuild): RebuildAnswer {
  const { projection, generation, phase, position, target, settled, groups, secondsLeft, careful, startedAt } = state;
  return {
    ...{ projection, generation, phase, position, target, settled, groups, secondsLeft, careful, startedAt },
    secondsSinceProgress: Math.round(state.secondsSinceProgress),
  };
}
