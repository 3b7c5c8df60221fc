import { componentsOf, lintRuleset, nationalSizeRuleset, rulesetRef } from '.';

describe('the ruleset of national size', () => {
  const ruleset = nationalSizeRuleset();

  it('has as many components as the national rubric for provinces, and says that it is a sample', () => {
    expect(componentsOf(ruleset)).toHaveLength(88);
    expect(ruleset.sample).toBe(true);
    expect(ruleset.title).toContain('(mẫu)');
  });

  it('is in force in all ten years of a national log', () => {
    expect(ruleset.effectiveFrom <= '2016-12-31').toBe(true);
  });

  it('holds every rule of a ruleset', () => {
    expect(lintRuleset(ruleset)).toEqual([]);
  });

  it('never changes: logs name it down to its bytes', () => {
    expect(rulesetRef(ruleset).sha256).toBe('f7762b9efcba3bd2269af36f3e6e21dbf44e7b899593a67f0619b4074313a868');
  });
});
