import { Rational } from '@app/kernel';
import {
  applyRule,
  canonicalJson,
  type Component,
  componentOf,
  componentsOf,
  lintRuleset,
  maximumOf,
  parseRuleset,
  type Ruleset,
  RulesetCatalog,
  rulesetRef,
  sampleRulesets,
} from '.';
import { changed } from '../test/changed';
import { ruleKinds } from './rules';

const catalog = new RulesetCatalog(sampleRulesets());
const named = catalog.all().map((ruleset) => [`${ruleset.id} v${ruleset.version}`, ruleset] as const);

/** What every worked example of a ruleset comes to, as one text. */
function resultsOf(ruleset: Ruleset): string {
  const results = componentsOf(ruleset).map((component) => [
    component.code,
    component.examples.map(({ input }) => said(component, input)),
  ]);
  return canonicalJson(results);
}

function said(component: Component, input: Parameters<typeof applyRule>[1]): string {
  const outcome = applyRule(component, input);
  return outcome.state === 'scored' ? outcome.points.toString() : outcome.state;
}

describe.each(named)('%s', (_name, ruleset) => {
  const components = componentsOf(ruleset);
  const summed = (part: Component['part']) =>
    Rational.sum(
      components.filter((component) => component.part === part).map(({ max }) => Rational.of(max)),
    ).toString();

  it('is worth 100 points in eight fields, 30 of them from surveys, with bonus and penalty outside', () => {
    expect(maximumOf(ruleset).toString()).toBe('100');
    expect([summed('appraised'), summed('survey'), summed('bonus'), summed('penalty')]).toEqual(['70', '30', '0', '0']);
    const fields = ruleset.fields.filter(({ criteria }) =>
      criteria.some(({ components: all }) => all.some(({ max }) => max !== '0')),
    );
    expect(fields).toHaveLength(8);
    expect(components.length).toBeGreaterThanOrEqual(40);
  });

  it('uses every rule kind', () => {
    expect(new Set(components.map(({ rule }) => rule.kind))).toEqual(new Set(ruleKinds.map(({ kind }) => kind)));
  });

  it('says that it is a sample, and keeps what is invented apart from QĐ 4000', () => {
    expect(ruleset.sample).toBe(true);
    expect(ruleset.title).toContain('(mẫu)');
    for (const { citation } of [...components, ruleset.classScale, ruleset.ranking])
      expect(citation.document).toContain('mẫu');
    const { reward, disciplineA, disciplineB } = ruleset.consequences;
    for (const { citation } of [reward, disciplineA, disciplineB]) expect(citation.document).toContain('4000/QĐ-UBND');
  });

  it.each(components.map((component) => [component.code, component.name, component] as const))(
    'scores the worked examples of %s (%s) exactly',
    (_code, _title, component) => {
      const stated = component.examples.map(({ points }) => points ?? 'not-applicable');
      expect(component.examples.map(({ input }) => said(component, input))).toEqual(stated);
    },
  );

  it('gives full points where no feedback arose', () => {
    const feedback = componentOf(ruleset, '3.3.1');
    expect(said(feedback!, { kind: 'ratio', numerator: '0', denominator: '0' })).toBe(feedback?.max);
  });
});

describe('a new version of the rules', () => {
  const earlier = catalog.get(rulesetRef(catalog.inForce('hcm-so-ban-nganh', '2023-06-30')));
  const before = { results: resultsOf(earlier), ref: rulesetRef(earlier) };

  it('is a change of data alone: one threshold and one weight, and nothing else changes', () => {
    const threshold = '/fields/2/criteria/1/components/0/rule/bands/1/from';
    const weight = '/fields/6/criteria/0/components/1/rule/bands/1/points';
    const next = changed(changed(changed(earlier, '/version', 3), threshold, '92'), weight, '2.25');
    const loaded = parseRuleset(JSON.stringify(next), 'v3.json');
    const grown = new RulesetCatalog([...sampleRulesets(), loaded]);
    expect(grown.latest('hcm-so-ban-nganh').version).toBe(3);
    const differing = lintRuleset(loaded).map(({ check, path }) => `${check} ${path.split('/').slice(0, 7).join('/')}`);
    expect(new Set(differing)).toEqual(
      new Set(['examples /fields/2/criteria/1/components/0', 'examples /fields/6/criteria/0/components/1']),
    );
  });

  it('leaves every earlier result byte for byte', () => {
    const next = changed(changed(earlier, '/version', 3), '/fields/2/criteria/1/components/0/rule/bands/1/from', '92');
    const grown = new RulesetCatalog([parseRuleset(next, 'v3.json'), ...sampleRulesets()]);
    expect(resultsOf(grown.get(before.ref))).toBe(before.results);
    expect(resultsOf(grown.latest('hcm-so-ban-nganh'))).not.toBe(before.results);
  });

  it('came in 2024: hồ sơ đúng hạn from 98 %, and half a point moved to online services', () => {
    for (const id of ['hcm-so-ban-nganh', 'hcm-quan-huyen']) {
      const [old, now] = [catalog.inForce(id, '2023-12-31'), catalog.inForce(id, '2024-12-31')];
      const differing = componentsOf(now).filter(
        (component) => canonicalJson(component) !== canonicalJson(componentOf(old, component.code)),
      );
      expect(differing.map(({ code }) => code)).toEqual(['3.2.1', '7.1.1', '7.1.2']);
      expect(differing.map(({ max }) => max).slice(1)).toEqual(['2', '4']);
    }
  });
});
