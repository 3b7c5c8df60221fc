import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { Call, Client } from './client';

const year = new Date().getUTCFullYear();
const unitsPerBlock = 20;
const supervisors = 50;
const registrar = 'registrar';

const tokenOf = (person: string) => `load-token-of-${person}`;
const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/** Units with officers, in blocks, in a year that is open for declarations; and those who supervise them. */
export class Province {
  readonly units: readonly string[];
  readonly blocks: readonly string[];
  private declarations: readonly object[] = [];

  constructor(unitCount: number) {
    this.units = Array.from({ length: unitCount }, (_, place) => `don_vi_${place + 1}`);
    this.blocks = Array.from({ length: Math.ceil(unitCount / unitsPerBlock) }, (_, place) => `khoi_${place + 1}`);
  }

  /** Writes the file of accounts: an officer per unit, fifty auditors, one registrar. */
  writeAccounts(path: string): void {
    const account = (person: string, role: string, unitId: string | null) => ({
      ...{ id: person, name: person, roles: [role], unitId },
      tokenSha256: digest(tokenOf(person)),
    });
    const accounts = [
      account(registrar, 'administrator-of-units', null),
      ...Array.from({ length: supervisors }, (_, place) => account(`auditor_${place}`, 'auditor', null)),
      ...this.units.map((unit) => account(unit, 'unit-officer', unit)),
    ];
    writeFileSync(path, JSON.stringify(accounts), { mode: 0o600 });
  }

  /** Registers everything over HTTP, publishes a year before, and opens the present one. Throws when a command is refused. */
  async found(client: Client): Promise<void> {
    const ruleset = await this.readRuleset(client);
    const command = async (path: string, body: object, seen?: string) => {
      const { status, text } = await client.send({ path, body, seen, token: tokenOf(registrar) });
      if (status !== 201) throw new Error(`${path}: ${status} ${text()}`);
    };
    const since = `${year - 2}-01-01`;
    await eachOf(this.blocks, async (blockId) => {
      await command('/blocks', { blockId, name: `Khối ${blockId}` });
      for (const unitId of this.membersOf(blockId)) {
        await command('/units', { unitId, name: `Đơn vị ${unitId}`, type: 'department', registeredOn: since });
        await command(`/blocks/${blockId}/members`, { unitId, from: since });
      }
    });
    const submitBy = `${year + 1}-06-30T17:00:00.000Z`;
    const appraiseBy = `${year + 1}-12-31T17:00:00.000Z`;
    const blocks = this.blocks.map((blockId) => ({ blockId, ruleset }));
    for (const deadlineYear of [year + 1, year + 2])
      await command('/working-calendars', daysOff(deadlineYear), '"no-stream"');
    await command('/periods', { year, submitBy, appraiseBy, blocks });
    await eachOf(this.blocks, async (blockId) => {
      await command('/results/imports', this.lastYear(blockId));
      await command(`/results/${year}/${blockId}/opening`, {});
    });
  }

  /**
   * A declaration as a unit makes it; `turn` counts those of one unit, so that a later round declares other figures. `seen`: the file's tag
   * as its officer knows it; a file that was only opened is at 0.
   */
  declaration(unit: string, turn: number, seen = '"0"'): Call {
    const body = this.declarations[turn % this.declarations.length] as object;
    return { path: `/assessments/${year}/${unit}/self-scores`, body, token: tokenOf(unit), seen };
  }

  /** The score sheet of a unit, asked by its officer. */
  scorecard(unit: string, after?: string): Call {
    const path = `/scorecards/${year}/${unit}${after === undefined ? '' : `?after=${after}`}`;
    return { path, token: tokenOf(unit) };
  }

  /** What those ask who compare and supervise. */
  questions(random: number): Call {
    const [unit, block] = [pick(this.units, random), pick(this.blocks, random)];
    const token = tokenOf(`auditor_${Math.floor(random * 1e6) % supervisors}`);
    const kinds: readonly Call[] = [
      { path: `/rankings/${year}/${block}/present`, token },
      { path: `/rankings/${year - 1}/${block}` },
      { path: `/rankings/units/${unit}` },
      { path: `/flags/units/${unit}`, token },
    ];
    return pick(kinds, (random * 1e4) % 1);
  }

  private membersOf(blockId: string): readonly string[] {
    const first = this.blocks.indexOf(blockId) * unitsPerBlock;
    return this.units.slice(first, first + unitsPerBlock);
  }

  private lastYear(blockId: string): object {
    const rows = this.membersOf(blockId).map((unitId, place) => ({
      ...{ unitId, unitName: `Đơn vị ${unitId}`, index: String(95 - place), rank: place + 1 },
      ...{ className: null, grade: null, note: null },
    }));
    const source = { title: 'Kết quả thử tải', url: 'https://example.vn/ket-qua' };
    return { year: year - 1, blockId, blockName: `Khối ${blockId}`, n: rows.length, rows, source };
  }

  /** The latest ruleset for departments; its own worked examples are what the units declare. */
  private async readRuleset(client: Client): Promise<object> {
    const token = tokenOf(registrar);
    const listed = JSON.parse((await client.send({ path: '/rulesets', token })).text()) as Listed[];
    const latest = listed
      .filter(({ id }) => id === 'hcm-so-ban-nganh')
      .sort((a, b) => b.version - a.version)[0] as Listed;
    const { id, version, sha256 } = latest;
    const found = await client.send({ path: `/rulesets/${id}/${version}/${sha256}`, token });
    this.declarations = declarationsIn(JSON.parse(found.text()) as Rubric);
    return { id, version, sha256 };
  }
}

/** Without a calendar no deadline is set: as many days off as the law demands, the lunar ones invented (mẫu). */
function daysOff(of: number): object {
  const days = [
    ['01-01', '01-01'],
    ['02-01', '02-06'],
    ['04-30', '05-01'],
    ['09-01', '09-02'],
  ] as const;
  const holidays = days.map(([from, until]) => ({
    name: 'Ngày nghỉ mẫu',
    from: `${of}-${from}`,
    until: `${of}-${until}`,
  }));
  return { year: of, holidays, workingDays: [], source: 'Lịch mẫu', reason: null };
}

interface Listed {
  readonly id: string;
  readonly version: number;
  readonly sha256: string;
}

interface Rubric {
  readonly fields: readonly { readonly criteria: readonly { readonly components: readonly Component[] }[] }[];
}

interface Component {
  readonly code: string;
  readonly rule: { readonly kind: string; readonly counts?: { readonly from: string } };
  readonly examples: readonly { readonly input: { readonly kind: string }; readonly points?: unknown }[];
}

/** Two rounds of declarations, component by component: each unit's own figures, then corrected ones. */
function declarationsIn({ fields }: Rubric): object[] {
  const components = fields.flatMap(({ criteria }) => criteria.flatMap((criterion) => criterion.components));
  const declarable = components
    .map(({ code, examples, rule }) => ({
      code,
      rule,
      inputs: examples
        .filter(({ points, input }) => typeof points === 'string' && input.kind !== 'tally')
        .map(({ input }) => input),
    }))
    .filter(({ rule, inputs }) => inputs.length > 0 && rule.counts?.from !== 'casework');
  const evidence = [{ sha256: digest('load'), name: 'bao-cao.pdf', issuer: 'Đơn vị', number: '1/BC', issuedOn: null }];
  const round = (turn: number) =>
    declarable.map(({ code, inputs }) => ({ component: code, declaration: inputs[turn % inputs.length], evidence }));
  return [...round(0), ...round(1)];
}

function pick<Element>(list: readonly Element[], random: number): Element {
  return list[Math.floor(random * list.length)] as Element;
}

/** A few at a time: founding a province is no part of the load. */
async function eachOf<Element>(list: readonly Element[], work: (element: Element) => Promise<void>): Promise<void> {
  const waiting = [...list];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}
