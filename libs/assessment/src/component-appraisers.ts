import { accountsOf, EventRegistry, EventStore } from '@app/event-store';
import { Injectable } from '@nestjs/common';
import { assessmentStream, type UnitYear } from './assessment';
import type { AssessmentEvent } from './assessment.events';

/**
 * Which accounts are behind words on a component, in any round: by whom an event was recorded stands beside it in the log, not in what
 * the file folds to. Asked only once the appraisal is closed, from when on no appraiser is added.
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
  ): Promise<readonly string[]> {
    const accounts = new Set<string>();
    for await (const recorded of this.store.read(assessmentStream(year, unitId))) {
      const { type, data, metadata } = this.registry.decode<AssessmentEvent>(recorded);
      if (!words.includes(type) || !('component' in data) || data.component !== component) continue;
      for (const account of accountsOf(metadata)) accounts.add(account);
    }
    return [...accounts];
  }
}
