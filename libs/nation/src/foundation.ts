import { accounts } from '@app/demo';
import { blockDefined, blockStream, officeTaken, unitJoinedBlock, unitRegistered, unitStream } from '@app/unit';
import type { Actor, NationAppend, Recorder } from './recorder';
import type { NationBlock, NationUnit } from './units';

/** What stands in a unit's stream: registered, a head, a deputy. */
export const UNIT_EVENTS = 3;

const registrar: Actor = [accounts.registrar, 'administrator-of-units'];

/** All units, their heads and deputies, and the blocks that they belong to since the day they are registered. */
export function* foundation(blocks: readonly NationBlock[], since: string, log: Recorder): Generator<NationAppend> {
  log.begin(`${since}T01:00:00.000Z`);
  for (const { blockId, name, units } of blocks) {
    for (const unit of units) yield* registration(unit, since, log);
    const stream = blockStream(blockId);
    yield log.record(stream, 0, blockDefined.of({ blockId, name }), registrar);
    for (const [place, { unitId }] of units.entries())
      yield log.record(stream, place + 1, unitJoinedBlock.of({ blockId, unitId, from: since }), registrar);
  }
}

function* registration({ unitId, name, type }: NationUnit, since: string, log: Recorder): Generator<NationAppend> {
  const stream = unitStream(unitId);
  const registered = { unitId, name, type, officialCode: null, registeredOn: since };
  yield log.record(stream, 0, unitRegistered.of({ ...registered, parentId: null }), registrar);
  const offices = [
    ['head', 'thu_truong', 'Thủ trưởng mẫu'],
    ['deputy', 'pho', 'Cấp phó phụ trách CCHC mẫu'],
  ] as const;
  for (const [place, [office, prefix, personName]] of offices.entries()) {
    const taken = { unitId, office, personId: `${prefix}_${unitId}`, personName, from: since };
    yield log.record(stream, place + 1, officeTaken.of(taken), registrar);
  }
}
