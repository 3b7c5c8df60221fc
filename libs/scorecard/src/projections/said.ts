import type {
  AppraisalFacts,
  BatchFacts,
  CaseFacts,
  ComponentFacts,
  CouncilFacts,
  RulingFacts,
  SelfFacts,
  UnitYearFacts,
} from '@app/scoring';
import type { ThreadStatement } from './threads';

/** What facts say about one matter; null: it was taken back. */
export type Said =
  SelfFacts | AppraisalFacts | CouncilFacts | RulingFacts | BatchFacts | CaseFacts | ThreadStatement['said'] | null;

/** A matter by name, and the last that was said about it. */
export interface Statement {
  /**
   * `self/<component>`, `appraisal/<round>/<component>`, `council/<component>`, `ruling/<component>`, `batch/<campaign>/<batch>`, `case/<id>`,
   * or of a thread: `question/<id>`, `answer/<id>`.
   */
  readonly matter: string;
  readonly said: Said;
}

/** Facts taken apart: matters are such that of two events on one matter the later one counts, and nothing else has to be known. */
export function statementsOf({ components, batches, withdrawnBatches, cases }: UnitYearFacts): Statement[] {
  const statements: Statement[] = [];
  const say = (matter: string, said: Said) => statements.push({ matter, said });
  for (const [code, { self, appraisal, council, ruling }] of Object.entries(components)) {
    if (self) say(`self/${code}`, self);
    if (appraisal) say(`appraisal/${appraisal.round}/${code}`, appraisal);
    if (council) say(`council/${code}`, council);
    if (ruling) say(`ruling/${code}`, ruling);
  }
  for (const key of Object.keys(withdrawnBatches)) say(`batch/${key}`, null);
  for (const [key, batch] of Object.entries(batches)) say(`batch/${key}`, batch);
  for (const [id, one] of Object.entries(cases)) say(`case/${id}`, one);
  return statements;
}

/** Put together again: what scoring needs of a unit-year. */
export type SaidFacts = Pick<UnitYearFacts, 'components' | 'batches' | 'cases'>;

/** The facts that these statements make; of the rounds of an appraisal the highest one counts. Other matters make none. */
export function factsOf(statements: readonly Statement[]): SaidFacts {
  const components = new Map<string, ComponentFacts>();
  const batches = new Map<string, BatchFacts>();
  const cases = new Map<string, CaseFacts>();
  const know = (code: string, more: ComponentFacts) => components.set(code, { ...components.get(code), ...more });
  for (const { matter, said } of statements) {
    if (said === null) continue;
    const [kind, name] = cut(matter);
    if (kind === 'self') know(name, { self: said as SelfFacts });
    else if (kind === 'council') know(name, { council: said as CouncilFacts });
    else if (kind === 'ruling') know(name, { ruling: said as RulingFacts });
    else if (kind === 'batch') batches.set(name, said as BatchFacts);
    else if (kind === 'case') cases.set(name, said as CaseFacts);
    else if (kind === 'appraisal') {
      const [, code] = cut(name);
      const appraisal = said as AppraisalFacts;
      if (appraisal.round >= (components.get(code)?.appraisal?.round ?? 0)) know(code, { appraisal });
    }
  }
  return {
    components: Object.fromEntries(components),
    batches: Object.fromEntries(batches),
    cases: Object.fromEntries(cases),
  };
}

function cut(text: string): [first: string, rest: string] {
  const slash = text.indexOf('/');
  return [text.slice(0, slash), text.slice(slash + 1)];
}
