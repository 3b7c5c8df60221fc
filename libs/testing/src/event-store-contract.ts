import type { EventStore } from '@app/event-store';
import { appendCases } from './event-store-contract.append';
import { commandCases } from './event-store-contract.command';
import { commandIdCases } from './event-store-contract.command-id';
import { commandTroubleCases } from './event-store-contract.command-trouble';
import { followCases } from './event-store-contract.follow';
import { identityCases } from './event-store-contract.identity';
import { manyCases } from './event-store-contract.many';
import { pageCases } from './event-store-contract.page';
import { pageEndCases } from './event-store-contract.page-end';
import { readCases } from './event-store-contract.read';
import { repeatCases } from './event-store-contract.repeat';
import { seenRevisionCases } from './event-store-contract.seen-revision';
import { streamsCases } from './event-store-contract.streams';
import { validationCases } from './event-store-contract.validation';

type ContractCases = (subject: () => ContractSubject) => void;

const everything: readonly ContractCases[] = [
  appendCases,
  manyCases,
  repeatCases,
  readCases,
  streamsCases,
  validationCases,
  pageCases,
  pageEndCases,
  followCases,
  commandCases,
  commandTroubleCases,
  commandIdCases,
  seenRevisionCases,
  identityCases,
];

/** Where the versions of EventStoreDB answer differently: what an append may hold, and what reading on at the end brings. */
export const whereVersionsDiffer: readonly ContractCases[] = [appendCases, validationCases, pageEndCases, followCases];

/** A way around the port to alter what is stored. The store itself must refuse it. */
export interface Alteration {
  readonly what: string;
  attempt(this: void, stream: string): Promise<unknown>;
}

/** The log under test. It may be shared with others, hold anything already, and be of any supported version. */
export interface ContractSubject {
  readonly store: EventStore;
  /** One more client of the same log, as another process would open; `tearDown` closes it. */
  open(this: void): Promise<EventStore>;
  /** Empty where the server under test runs without access rights. */
  readonly alterations: readonly Alteration[];
  tearDown(this: void): Promise<void>;
}

/** What every adapter of the EventStore port promises, or some of it. `setUp` runs once; nothing is cleaned up in the log. */
export function eventStoreContract(name: string, setUp: () => Promise<ContractSubject>, groups = everything): void {
  describe(`${name} keeps the contract of the log`, () => {
    let subject: ContractSubject;
    beforeAll(async () => {
      subject = await setUp();
    });
    afterAll(() => subject.tearDown());
    for (const cases of groups) cases(() => subject);
  });
}
