import { daysAfter } from '@app/kernel';
import { OpenBlockYear } from '@app/publication';
import { DissolveUnit, JoinBlock, LeaveBlock, RecordLineage, RuleSuccession } from '@app/unit';
import { accounts, acting } from './acting';
import { unitCommands } from './foundation';
import type { UnitYear } from './plan';
import type { DemoCommand, Step } from './step';
import { type Merger, storyMergers } from './story';
import { declarationCommands } from './submission-steps';
import { type DemoBlock, demoBlocks } from './units';

/** Units that become one within the year, from half-filled files to the ruling on whose result was the last. */
export function mergerSteps(year: number, unitYearOf: (unitId: string, block: DemoBlock) => UnitYear): Step[] {
  const mergers = storyMergers.filter((merger) => merger.year === year);
  const begun = demoBlocks.flatMap((block) =>
    mergers
      .filter(({ blockId }) => blockId === block.blockId)
      .flatMap(({ predecessors }) => predecessors.map(({ unitId }) => unitYearOf(unitId, block))),
  );
  const halfFilled = begun.map((unitYear) => firstHalf(declarationCommands(unitYear, `${year}-05-29`)));
  return [
    { at: `${year}-06-15T02:00:00.000Z`, sequences: halfFilled },
    { at: `${year}-07-03T02:00:00.000Z`, sequences: mergers.map(mergerCommands) },
    { at: `${year + 1}-04-15T02:00:00.000Z`, sequences: mergers.map((merger) => [ruling(merger)]) },
  ];
}

function firstHalf(commands: readonly DemoCommand[]): readonly DemoCommand[] {
  return commands.filter((_, place) => place * 2 < commands.length);
}

/** By one decree the successor comes out of both and takes their place in the block; its file is opened, theirs stay as they are. */
function mergerCommands(merger: Merger): DemoCommand[] {
  const { year, blockId, predecessors, successor, effectiveOn } = merger;
  const { unitId } = successor;
  const decree = decreeOf(merger);
  const whole = predecessors.map((predecessor) => ({ unitId: predecessor.unitId, share: '1' }));
  return [
    ...unitCommands(successor, effectiveOn),
    new RecordLineage(
      { unitId, kind: 'merged', predecessors: whole, effectiveOn, decree },
      registrar(`lineage/${unitId}`),
    ),
    ...predecessors.flatMap((predecessor) => ending(merger, predecessor.unitId)),
    new JoinBlock({ blockId, unitId, from: effectiveOn }, registrar(`join/${blockId}/${unitId}`)),
    new OpenBlockYear({ year, blockId }, registrar(`open/${year}/${blockId}/${unitId}`)),
  ];
}

function ending(merger: Merger, unitId: string): DemoCommand[] {
  const { blockId, effectiveOn } = merger;
  const decree = decreeOf(merger);
  return [
    new LeaveBlock({ blockId, unitId, until: daysAfter(effectiveOn, -1) }, registrar(`leave/${blockId}/${unitId}`)),
    new DissolveUnit({ unitId, effectiveOn, decree }, registrar(`dissolve/${unitId}`)),
  ];
}

function decreeOf({ year, predecessors, successor }: Merger) {
  const title = `Hợp nhất ${predecessors.map(({ name }) => name).join(' và ')} thành ${successor.name}`;
  return { number: `MẪU-${year}/QĐ-HN`, signedOn: `${year}-06-20`, issuer: 'Cơ quan mẫu', title };
}

function ruling({ year, successor: { unitId }, lastYearOf }: Merger): DemoCommand {
  const reason = 'Kế thừa phần lớn nhiệm vụ và nhân sự (dữ liệu mẫu)';
  return new RuleSuccession(
    { unitId, year, predecessorId: lastYearOf, reason },
    registrar(`succession/${year}/${unitId}`),
  );
}

const registrar = (key: string) => acting(accounts.registrar, 'administrator-of-units', key);
