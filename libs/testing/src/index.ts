export { decisionSpec } from './decision-spec';
export { type Alteration, type ContractSubject, eventStoreContract } from './event-store-contract';
export { testDatabase, type TestDatabase } from './test-database';
