import * as fc from 'fast-check';
import {
  applyRule,
  componentsOf,
  InvalidRuleInput,
  InvalidRuleset,
  lintRuleset,
  parseRuleset,
  type Ruleset,
  sampleRulesets,
} from '.';
import { changed } from '../test/changed';

const [sample] = sampleRulesets() as [Ruleset];

/** Every place in a value, as JSON pointers. */
function pointersOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, entry]) => pointersOf(entry, `${path}/${key}`))];
}

/** The sample with one field of two components, so that thousands of changed copies are quick to read. */
const small: Ruleset = {
  ...sample,
  fields: sample.fields
    .map((field, index) => ({ ...field, criteria: index < 2 ? field.criteria.slice(0, 1) : [] }))
    .filter(({ criteria }) => criteria.length > 0),
};

const keyOf = (pointer: string) => pointer.slice(pointer.lastIndexOf('/') + 1);

function valueAt(value: unknown, pointer: string): unknown {
  const steps = pointer.split('/').slice(1);
  return steps.reduce((place, step) => (place as Record<string, unknown>)[step], value);
}

/** What someone might write in the wrong place. */
const slip = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    '',
    ' ',
    '-1',
    '0',
    '1/0',
    '1/3',
    '999999999',
    '1e9',
    'NaN',
    true,
    0,
    -1,
    1.5,
    [],
    {},
  ),
  fc.constantFrom<unknown>(
    'ratio',
    'bands',
    'sum',
    'survey',
    'manual',
    'full',
    'exclude',
    'rebase',
    'bonus',
    'penalty',
    'ordinal',
    'weak',
  ),
  fc.constantFrom<unknown>(
    { kind: 'manual' },
    { kind: 'ratio', zeroDenominator: 'exclude' },
    { kind: 'sum', parts: [] },
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

function survives(json: unknown): 'read' | 'refused' {
  try {
    const ruleset = parseRuleset(json, 'fuzz.json');
    lintRuleset(ruleset);
    componentsOf(ruleset).forEach(scoreExamples);
    return 'read';
  } catch (error) {
    if (error instanceof InvalidRuleset) return 'refused';
    throw error;
  }
}

function scoreExamples(component: ReturnType<typeof componentsOf>[number]): void {
  for (const { input } of component.examples) {
    try {
      applyRule(component, input);
    } catch (error) {
      if (!(error instanceof InvalidRuleInput)) throw error;
    }
  }
}

it('reads or refuses 10,000 damaged rulesets, and never crashes', () => {
  const met = { read: 0, refused: 0 };
  const pointers = pointersOf(small);
  const damages = pointers.map((pointer) => {
    const alike = pointers.filter((other) => keyOf(other) === keyOf(pointer)).map((other) => valueAt(small, other));
    const number = fc.constantFrom<unknown>('0', '1/3', '2.5', '100', '999999999', '0.000000001');
    const value = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...alike) }, { weight: 2, arbitrary: number }, slip);
    return value.map((chosen) => [pointer, chosen] as const);
  });
  fc.assert(
    fc.property(fc.array(fc.oneof(...damages), { minLength: 1, maxLength: 3 }), (changes) => {
      met[survives(changes.reduce((ruleset, [pointer, value]) => changedIfThere(ruleset, pointer, value), small))] += 1;
    }),
    { numRuns: 10_000 },
  );
  expect(met.read).toBeGreaterThan(2000);
  expect(met.refused).toBeGreaterThan(2000);
});

it('refuses anything that is no ruleset at all', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => expect(survives(value)).toBe('refused')),
    { numRuns: 1000 },
  );
  fc.assert(
    fc.property(fc.string(), (text) => expect(survives(text)).toBe('refused')),
    { numRuns: 1000 },
  );
});

it('refuses endless nesting at once', () => {
  const deep = `${'{"fields":['.repeat(50_000)}${']}'.repeat(50_000)}`;
  expect(survives(deep)).toBe('refused');
});

/** An earlier change may have taken the place away. */
function changedIfThere(ruleset: Ruleset, pointer: string, value: unknown): Ruleset {
  try {
    return changed(ruleset, pointer, value);
  } catch {
    return ruleset;
  }
}
