import type { DataOf } from '@app/kernel';
import { type Component, componentsIn, type Field, judgedIn, type Ruleset } from '@app/ruleset';
import type { fieldAppraisalClosed } from './appraisal.events';
import { AgencyIsNotYours, NothingToAppraise, UnknownField } from './field.errors';

/** What is closed together: the components of a field (lĩnh vực) that need a judgement, and whose they are. */
export type FieldShare = Pick<DataOf<typeof fieldAppraisalClosed>, 'field' | 'leadAgencies' | 'components'>;

/**
 * A unit of the register that appraises (cơ quan chủ trì), with every name it has had: rulesets print names, and stay as they are when a unit
 * is renamed. That there is such a unit is for the caller to ask of the log.
 */
export interface LeadAgency {
  readonly unitId: string;
  readonly names: readonly string[];
}

/** The field of a code. Throws UnknownField. */
export function fieldIn(ruleset: Ruleset, code: string): Field {
  const field = ruleset.fields.find((one) => one.code === code);
  if (field === undefined) throw new UnknownField(code);
  return field;
}

/** The field that a component of the ruleset stands in. */
export function fieldOf(ruleset: Ruleset, { code }: Pick<Component, 'code'>): Field {
  const field = ruleset.fields.find((one) => componentsIn(one).some((component) => component.code === code));
  if (field === undefined) throw new UnknownField(code);
  return field;
}

/** What `leadAgency` judges of the field; null: all of it. Throws NothingToAppraise. */
export function shareOf(field: Field, leadAgency: LeadAgency | null): FieldShare {
  const own = judgedIn(field).filter((component) => leadAgency === null || isLedBy(component, leadAgency));
  if (own.length === 0) throw new NothingToAppraise(field.code, leadAgency?.names.at(-1) ?? null);
  const leadAgencies = namesOf(own).map((name) => ({ name, unitId: leadAgency?.unitId ?? null }));
  return { field: field.code, leadAgencies, components: own.map(({ code }) => code) };
}

/**
 * Whoever works for units closes for none but these: the agency that is `named` is one of them; where none is, who works for a lead agency of
 * the ruleset closes nothing that another one appraises. Throws AgencyIsNotYours.
 */
export function demandOwnAgency(
  ruleset: Ruleset,
  { field, leadAgencies }: FieldShare,
  named: LeadAgency | null,
  ownAgencies: readonly LeadAgency[],
): void {
  const own = ownAgencies.flatMap(({ names }) => names);
  const leading = namesOf(appraisedFields(ruleset).flatMap(judgedIn));
  const isBound = named === null ? leading.some((name) => own.includes(name)) : ownAgencies.length > 0;
  const others = leadAgencies.map(({ name }) => name).filter((name) => !own.includes(name));
  if (isBound && others.length > 0) throw new AgencyIsNotYours(field, others);
}

function isLedBy({ leadAgency }: Component, { names }: LeadAgency): boolean {
  return leadAgency !== null && names.includes(leadAgency);
}

/** Every field of the ruleset in which something needs a judgement. */
export function appraisedFields({ fields }: Ruleset): readonly Field[] {
  return fields.filter((field) => judgedIn(field).length > 0);
}

function namesOf(components: readonly Component[]): string[] {
  return [...new Set(components.flatMap(({ leadAgency }) => leadAgency ?? []))];
}
