import { Rational } from '@app/kernel';
import { applyRule, componentsOf, maximumOf, RulesetCatalog, rulesetRef, sampleRulesets } from '.';

const catalog = new RulesetCatalog(sampleRulesets());

describe.each(catalog.all().map((ruleset) => [`${ruleset.id} v${ruleset.version}`, ruleset] as const))(
  '%s',
  (_name, ruleset) => {
    it('is worth 100 points, 30 of them from surveys', () => {
      const survey = componentsOf(ruleset).filter(({ part }) => part === 'survey');
      expect(maximumOf(ruleset).toString()).toBe('100');
      expect(Rational.sum(survey.map(({ max }) => Rational.of(max))).toString()).toBe('30');
    });

    it.each(
      componentsOf(ruleset).flatMap((c) => c.examples.map((e) => [c.code, JSON.stringify(e.input), c, e] as const)),
    )('scores %s for %s as its worked example says', (_code, _input, component, example) => {
      const outcome = applyRule(component, example.input);
      expect(outcome.state === 'scored' ? outcome.points.toString() : outcome.state).toBe(
        example.points ?? 'not-applicable',
      );
    });
  },
);
void rulesetRef;
