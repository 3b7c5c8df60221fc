export { decisionSpec } from './decision-spec';
export { type Alteration, type ContractSubject, eventStoreContract } from './event-store-contract';
