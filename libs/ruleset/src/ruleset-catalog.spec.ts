import {
  DuplicateRuleset,
  parseRuleset,
  type Ruleset,
  RulesetCatalog,
  rulesetRef,
  sampleRulesets,
  UnknownRuleset,
} from '.';

const samples = sampleRulesets();
const catalog = new RulesetCatalog(samples);
const [first] = samples as [Ruleset];

it('gives back exactly the ruleset that a reference names', () => {
  for (const ruleset of samples) expect(catalog.get(rulesetRef(ruleset))).toBe(ruleset);
});

it('refuses a reference whose digest differs: the rules were changed behind our back', () => {
  const ref = { ...rulesetRef(first), sha256: '0'.repeat(64) };
  expect(() => catalog.get(ref)).toThrow(UnknownRuleset);
  expect(() => catalog.get(ref)).toThrow(/Nội dung bộ tiêu chí .* đã bị thay đổi/);
});

it('tells one that can still be changed apart after each change', () => {
  const open = structuredClone(first) as { -readonly [Field in keyof Ruleset]: Ruleset[Field] };
  const before = rulesetRef(open);
  open.title += ' (sửa)';
  expect(rulesetRef(open).sha256).not.toBe(before.sha256);
});

it('refuses an id or version it does not hold', () => {
  expect(() => catalog.get({ ...rulesetRef(first), version: 99 })).toThrow(
    'Không có bộ tiêu chí hcm-so-ban-nganh phiên bản 99',
  );
  expect(() => catalog.latest('khong-co')).toThrow(UnknownRuleset);
});

it('knows the newest version, and the one in force on a day', () => {
  expect(catalog.latest('hcm-quan-huyen').version).toBe(2);
  expect(catalog.inForce('hcm-quan-huyen', '2022-06-30').version).toBe(1);
  expect(catalog.inForce('hcm-quan-huyen', '2023-12-31').version).toBe(1);
  expect(catalog.inForce('hcm-quan-huyen', '2024-01-01').version).toBe(2);
  expect(() => catalog.inForce('hcm-quan-huyen', '2021-12-31')).toThrow(UnknownRuleset);
});

it('knows those in force on some day from one to another', () => {
  const between = (from: string, until: string | null) =>
    catalog.inForceBetween(from, until).map(({ id, version }) => `${id} ${version}`);
  const [one, two] = [
    ['hcm-quan-huyen 1', 'hcm-so-ban-nganh 1'],
    ['hcm-quan-huyen 2', 'hcm-so-ban-nganh 2'],
  ];
  expect(between('2021-01-01', '2021-12-31')).toEqual([]);
  expect(between('2021-01-01', '2022-01-01')).toEqual(one);
  expect(between('2023-12-31', '2024-01-01').sort()).toEqual([...one, ...two].sort());
  expect(between('2023-12-31', '2023-12-31')).toEqual(one);
  expect(between('2024-01-01', null)).toEqual(two);
});

it('lists all, by id, then version', () => {
  const names = new RulesetCatalog([...samples].reverse()).all().map(({ id, version }) => `${id} ${version}`);
  expect(names).toEqual(['hcm-quan-huyen 1', 'hcm-quan-huyen 2', 'hcm-so-ban-nganh 1', 'hcm-so-ban-nganh 2']);
});

it('refuses two rulesets under one id and version', () => {
  expect(() => new RulesetCatalog([first, { ...first, title: 'Khác (mẫu)' }])).toThrow(DuplicateRuleset);
});

describe('the digest', () => {
  it('does not depend on the layout of the file or the order of its keys', () => {
    const reversed = Object.fromEntries(Object.entries(first).reverse());
    const text = `\uFEFF${JSON.stringify(reversed, null, '\t')}\r\n`;
    expect(rulesetRef(parseRuleset(text, 'khac.json'))).toEqual(rulesetRef(first));
  });

  it('changes with any change of content', () => {
    expect(rulesetRef({ ...first, bonusCap: '2.0' }).sha256).not.toBe(rulesetRef(first).sha256);
  });

  /** Published: results of earlier years name these. A change to a sample is a new version, never an edit. */
  it.each([
    ['hcm-quan-huyen', 1, '83cd264524f6f68add8ec8f3dc0ab4727285c1c1a71093fa36d617ade22c8125'],
    ['hcm-quan-huyen', 2, '8f1ed7fa3f59b12332777e39f6360d350d3d4c99a3c356aa4114d6cc4da26131'],
    ['hcm-so-ban-nganh', 1, '47392ecc7ea5aeae4fab4753255cf03d63dfea3e3478f5365301fb5403794099'],
    ['hcm-so-ban-nganh', 2, '9d63c0345920c54471b1264bb6b23f097df5053404342b89570b4f69d746deb0'],
  ])('of %s version %d is frozen', (id, version, sha256) => {
    expect(catalog.get({ id, version, sha256 }).version).toBe(version);
  });
});
