export { decisionSpec } from './decision-spec';
export { type Alteration, type ContractSubject, eventStoreContract, whereVersionsDiffer } from './event-store-contract';
export { testDatabase, type TestDatabase } from './test-database';
export { ScoreHistory } from './score-history';
export { component, smallConsequenceRules, smallRuleset } from './small-ruleset';
export { InMemoryEventStore, InMemoryLog } from './in-memory-event-store';
export { type Loss, LossyEventStore } from './lossy-event-store';
export { appendTo, eventIdAt, everySchema, type HistoryEvent, inStream, logOf } from './history';
export { ProjectionLab } from './projection-lab';
export { projectionSpec } from './projection-spec';
export { answerAfter } from './answer-after';
export { blockOfFour } from './block-of-four';
export { sampleDays } from './sample-days';
export { sampleDecree } from './sample-decree';
export { yearOfU17 } from './year-of-u17';
export { writeRuleset, writeRulesetRef } from './write-ruleset';
export { close, longToyHistory, note, pay, type ToyFaults, toyProjection, toySchemas } from './toy-ledger';
export { generationsIn, ToyProcesses, toyTablesIn } from './toy-processes';
export {
  changeLeader,
  type EventStoreDbServer,
  type EventStoreDbServerOptions,
  type ServerVersion,
  startEventStoreDbCluster,
  startEventStoreDbServer,
} from './eventstoredb-server';
export { newContext, newEvents } from './event-store-contract.kit';
export { announcedAs, correctedTo, importedResults, publishedResults, type ResultLine } from './published-results';
export { deliverRoughly, dice, type Dice, type Mishaps } from './rough-delivery';
export { interleaved, shuffledAcrossStreams } from './interleaved';
export { until } from './until';
