/** What a made-up nation is drawn from: the same plan gives the same events, byte for byte. */
export interface NationPlan {
  readonly seed: number;
  readonly provinces: number;
  /** Commune-level units in all provinces together. */
  readonly communes: number;
  /** Departments of each province. */
  readonly departments: number;
  /** Assessment years; the last one is LAST_YEAR. */
  readonly years: number;
}

/** The newest assessment year of every plan: its results are published in March of the year after. */
export const LAST_YEAR = 2025;

/** The whole country since 1 July 2025, with as many departments per province as Ho Chi Minh City has, over ten years. */
export const wholeNation = { provinces: 34, communes: 3_321, departments: 17, years: 10 } as const;

/** Most of each, and the least: beyond the whole country the calendar of a year would not hold its events. */
const LIMITS = {
  seed: [0, 2 ** 31 - 1],
  provinces: [1, wholeNation.provinces],
  communes: [1, wholeNation.communes],
  departments: [1, wholeNation.departments],
  years: [1, wholeNation.years],
} as const;

/** A number of the plan outside its limits. */
export class PlanOutOfRange extends Error {
  constructor(
    readonly field: keyof NationPlan,
    readonly least: number,
    readonly most: number,
  ) {
    super(`${field} must be a whole number from ${least} to ${most}`);
  }
}

/** The plan with what is not given: the whole country, and communes in proportion to the provinces. Throws PlanOutOfRange. */
export function nationPlan(given: Partial<NationPlan> & Pick<NationPlan, 'seed'>): NationPlan {
  const provinces = given.provinces ?? wholeNation.provinces;
  const share = Math.round((wholeNation.communes * provinces) / wholeNation.provinces);
  const plan = { ...wholeNation, communes: share, ...given, provinces };
  for (const field of Object.keys(LIMITS) as (keyof NationPlan)[]) {
    const [least, most] = LIMITS[field];
    if (!Number.isInteger(plan[field]) || plan[field] < least || plan[field] > most)
      throw new PlanOutOfRange(field, least, most);
  }
  if (plan.communes < provinces) throw new PlanOutOfRange('communes', provinces, wholeNation.communes);
  return plan;
}

/** About as many events as a unit-year has; only a plan's own `countEvents` is exact. */
const PER_UNIT_YEAR = 642;
/** A nation with fewer units than this gets fewer years instead. */
const FEWEST_UNITS = 60;

/** A plan of about so many events: ten years of as many whole provinces as that takes, below one province fewer communes, then fewer years. */
export function planOfAbout(events: number, seed: number): NationPlan {
  const unitYears = Math.max(1, Math.round(events / PER_UNIT_YEAR));
  const years = Math.min(wholeNation.years, Math.max(1, Math.floor(unitYears / FEWEST_UNITS)));
  const units = Math.round(unitYears / years);
  const { communes, departments, provinces } = wholeNation;
  const wanted = Math.max(1, Math.min(provinces, Math.round(units / (communes / provinces + departments))));
  const left = Math.max(wanted, units - wanted * departments);
  return nationPlan({ seed, provinces: wanted, communes: Math.min(communes, left), years });
}
