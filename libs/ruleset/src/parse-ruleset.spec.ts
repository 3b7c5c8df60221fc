import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import { InvalidRuleset, parseRuleset, type Ruleset, rulesetSchema } from '.';
import { changed } from '../test/changed';

const file = join(__dirname, '../rulesets/hcm-so-ban-nganh.v1.json');
const text = readFileSync(file, 'utf8');
const firstComponent = '/fields/0/criteria/0/components/0';

function refusalOf(json: unknown): InvalidRuleset {
  try {
    parseRuleset(json, 'sai.json');
  } catch (error) {
    if (error instanceof InvalidRuleset) return error;
    throw error;
  }
  throw new Error('Accepted');
}

/** The sample with one place changed. */
const withChange = (pointer: string, value: unknown) => changed(JSON.parse(text) as unknown, pointer, value);

it('reads a file, from text or already parsed', () => {
  expect(parseRuleset(text, file)).toEqual(parseRuleset(JSON.parse(text), file));
});

it('is frozen to the last leaf, and leaves what it was given alone', () => {
  const given = JSON.parse(text) as Ruleset & { $schema: string };
  const ruleset = parseRuleset(given, file) as unknown as { fields: { name: string }[] };
  expect(() => {
    ruleset.fields[0]!.name = 'Khác';
  }).toThrow(TypeError);
  given.$schema = 'still mine';
  expect(ruleset).not.toHaveProperty('$schema');
});

it('is checked against a schema that is itself valid draft 2020-12', () => {
  expect(new Ajv2020({ strictTypes: false }).validateSchema(rulesetSchema)).toBe(true);
});

describe('counts upheld cases', () => {
  const counting = (caseKind: string) => {
    const counts = { from: 'casework', caseKind, outcome: 'upheld' };
    const rule = { kind: 'deduction', start: '0', each: '0.5', minScore: '-2', counts };
    return withChange(`${firstComponent}/rule`, rule);
  };

  it.each(['feedback', 'complaint'])('of others about the unit: %s', (kind) =>
    expect(() => parseRuleset(counting(kind), 'dung.json')).not.toThrow(),
  );

  it.each(['score-objection', 'score-complaint', 'denunciation-reference'])(
    'never what the unit says against its own score, and no denunciation: %s',
    (kind) => {
      const { problems } = refusalOf(counting(kind));
      const demand = `phải là một trong ["feedback","complaint"], đang là "${kind}"`;
      expect(problems).toContainEqual({ path: `${firstComponent}/rule/counts/caseKind`, message: demand });
    },
  );
});

describe('names the file, the place and what to mend', () => {
  it.each<[string, string, unknown, string, string]>([
    ['a missing citation', `${firstComponent}/citation`, undefined, firstComponent, 'thiếu mục “citation”'],
    [
      'an empty clause',
      `${firstComponent}/citation/clause`,
      ' ',
      `${firstComponent}/citation/clause`,
      'phải đúng dạng',
    ],
    [
      'an unknown rule kind',
      `${firstComponent}/rule/kind`,
      'formula',
      `${firstComponent}/rule/kind`,
      'phải là một trong',
    ],
    [
      'a property of another rule kind',
      `${firstComponent}/rule/weights`,
      {},
      `${firstComponent}/rule`,
      'có mục lạ “weights”',
    ],
    ['a binary float', `${firstComponent}/max`, 1.5, `${firstComponent}/max`, 'phải có kiểu string, đang là 1.5'],
    ['points that are no number', `${firstComponent}/rule/yes`, '1,5', `${firstComponent}/rule/yes`, 'phải đúng dạng'],
    ['a negative maximum', `${firstComponent}/max`, '-1', `${firstComponent}/max`, 'phải đúng dạng'],
    ['no worked example', `${firstComponent}/examples`, [], `${firstComponent}/examples`, 'cần ít nhất 1 mục'],
    ['an unknown grade', '/classScale/classes/0/grade', 'A', '/classScale/classes/0/grade', 'phải là một trong'],
    [
      'a quota out of nothing',
      '/consequences/reward/quota/denominator',
      0,
      '/consequences/reward/quota/denominator',
      'phải từ 1 trở lên',
    ],
    ['a version that is no whole number', '/version', 1.5, '/version', 'phải có kiểu integer'],
    ['another shape altogether', '', [], '', 'phải có kiểu object'],
  ])('%s', (_name, pointer, value, path, message) => {
    const refusal = refusalOf(withChange(pointer, value));
    expect(refusal.fileName).toBe('sai.json');
    expect(refusal.problems).toContainEqual({ path, message: expect.stringContaining(message) as string });
    expect(refusal.message).toContain('tệp sai.json');
    expect(refusal.message).toContain(path);
  });

  it('a file that is no JSON', () => {
    expect(refusalOf('{"id": }').message).toContain('không phải JSON hợp lệ');
  });

  it('a key that the file gives twice: the second would silently win', () => {
    const twice = text.replace('"version": 1,', '"version": 1, "version": 2,');
    expect(refusalOf(twice).problems).toEqual([
      { path: '/version', message: 'mục “version” được ghi hai lần, hãy bỏ một' },
    ]);
  });

  it('nothing at all', () => {
    expect(refusalOf(undefined).problems).toEqual([{ path: '', message: 'phải có kiểu object, đang là undefined' }]);
  });

  it('a sum inside a sum, which could nest without end', () => {
    const sumAt = '/fields/0/criteria/2/components/0/rule/parts/0/rule';
    const nested = { kind: 'sum', parts: [{ code: 'a', name: 'A', max: '1', rule: { kind: 'manual' } }] };
    expect(refusalOf(withChange(sumAt, nested)).problems[0]?.path).toBe(`${sumAt}/kind`);
  });

  it('no more than twenty places at once', () => {
    const broken = text.replaceAll('"citation"', '"cite"');
    expect(refusalOf(broken).problems).toHaveLength(20);
  });
});
