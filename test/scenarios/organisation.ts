import { type Aggregate, type DomainEvent, daysAfter, fold, type LocalDate } from '@app/kernel';
import { type HistoryEvent, inStream, sampleDecree } from '@app/testing';
import {
  block,
  blockStream,
  defineBlock,
  dissolveUnit,
  joinBlock,
  leaveBlock,
  type LineageTold,
  recordLineage,
  registerUnit,
  ruleSuccession,
  unit,
  unitStream,
  type UnitType,
} from '@app/unit';

/** When all of it is told. */
const NOW = '2026-01-01T00:00:00.000Z';

/** A history of units and blocks in which everything that happens was decided as the program decides. Every decree is a sample (mẫu). */
export class Organisation {
  readonly history: HistoryEvent[] = [];

  /** Something that was not decided here: results, a year. */
  happens(...events: readonly HistoryEvent[]): this {
    this.history.push(...events);
    return this;
  }

  defineBlock(blockId: string, name: string): this {
    return this.decide(block, blockStream(blockId), (state) => defineBlock(state, { blockId, name }));
  }

  /** A unit of the block, both from a day on. */
  register(blockId: string, unitId: string, name: string, type: UnitType, from: LocalDate): this {
    const told = { unitId, name, type, parentId: null, officialCode: `MAU.${unitId}`, registeredOn: from };
    this.decide(unit, unitStream(unitId), (state) => registerUnit(state, told));
    return this.decide(block, blockStream(blockId), (state) =>
      joinBlock(state, { blockId, unitId, from }, this.stateOf(unit, unitStream(unitId))),
    );
  }

  /** What the unit came out of: `[predecessor, share]`. */
  cameOut(
    unitId: string,
    kind: LineageTold['kind'],
    effectiveOn: LocalDate,
    ...of: readonly (readonly [string, string | null])[]
  ): this {
    const predecessors = of.map(([id, share]) => ({ unitId: id, share }));
    const known = new Map(of.map(([id]) => [id, this.stateOf(unit, unitStream(id))]));
    const told = { unitId, kind, predecessors, effectiveOn, decree: sampleDecree };
    return this.decide(unit, unitStream(unitId), (state) => recordLineage(state, told, known, NOW));
  }

  /** The unit ends, and so does its membership: `effectiveOn` is the first day without it. */
  dissolve(blockId: string, unitId: string, effectiveOn: LocalDate): this {
    const until = daysAfter(effectiveOn, -1);
    this.decide(block, blockStream(blockId), (state) => leaveBlock(state, { blockId, unitId, until }));
    return this.decide(unit, unitStream(unitId), (state) =>
      dissolveUnit(state, { unitId, effectiveOn, decree: sampleDecree }, NOW),
    );
  }

  /** Somebody rules whose result counts as the unit's last year. */
  rule(unitId: string, year: number, predecessorId: string | null): this {
    const told = { unitId, year, predecessorId, reason: 'Kế thừa nhiệm vụ (mẫu)' };
    return this.decide(unit, unitStream(unitId), (state) => ruleSuccession(state, told, new Set(state.predecessors)));
  }

  private decide<State, Event extends DomainEvent>(
    aggregate: Aggregate<State, Event>,
    stream: string,
    decision: (state: State) => readonly Event[],
  ): this {
    return this.happens(...decision(this.stateOf(aggregate, stream)).map((event) => inStream(stream, event)));
  }

  private stateOf<State, Event extends DomainEvent>(aggregate: Aggregate<State, Event>, stream: string): State {
    return fold(aggregate, this.history.filter((event) => event.stream === stream) as unknown as Event[]);
  }
}
