import { accountsOf, ConcurrentChange, EventRegistry, EventStore, type ExpectedRevision } from '@app/event-store';
import { Injectable } from '@nestjs/common';
import { assessmentStream, type UnitYear } from './assessment';
import type { AssessmentEvent } from './assessment.events';

/** Accounts behind words on a component, and the file they were read in, at its revision. */
export interface ReadAppraisers {
  readonly accounts: readonly string[];
  readonly stream: string;
  readonly revision: ExpectedRevision;
}

/**
 * Which accounts are behind words on a component, in any round: by whom an event was recorded stands beside it in the log, not in what
 * the file folds to.
 */
@Injectable()
export class ComponentAppraisers {
  constructor(
    private readonly store: EventStore,
    private readonly registry: EventRegistry,
  ) {}

  /** `words`: the types of event that count, `appraisalWords` or `figureWords`. */
  async of(
    { year, unitId }: UnitYear,
    component: string,
    words: readonly AssessmentEvent['type'][],
  ): Promise<ReadAppraisers> {
    const stream = assessmentStream(year, unitId);
    const accounts = new Set<string>();
    let revision: ExpectedRevision = 'no-stream';
    for await (const recorded of this.store.read(stream)) {
      ({ revision } = recorded);
      const { type, data, metadata } = this.registry.decode<AssessmentEvent>(recorded);
      if (!words.includes(type) || !('component' in data) || data.component !== component) continue;
      for (const account of accountsOf(metadata)) accounts.add(account);
    }
    return { accounts: [...accounts], stream, revision };
  }
}

/**
 * The accounts, for a decision on the file at a revision: none may have spoken since they were read, or somebody who acts twice at one
 * instant would not be met. Throws ConcurrentChange.
 */
export function appraisersAt(
  { accounts, stream, revision }: ReadAppraisers,
  decidedOn: ExpectedRevision,
): readonly string[] {
  if (revision !== decidedOn) throw new ConcurrentChange(stream);
  return accounts;
}
