import { writeRulesetRef } from '@app/testing';
import { AccessSteps } from './access-steps';
import { pathAt, type Places, type Target } from './targets';
import { department } from './opened-files';
import { preparedCommands } from './ready-things';
import type { Person, RunningApi } from './running-api';
import { courses, type State, stateNames } from './state-table';
import { attemptAt, ruler, UnitYearCourse } from './unit-year-course';

const administrator = 'administrator-of-units';

/** A request that its operation answers with success, sent at its time. */
export interface Ready {
  readonly person: Person | undefined;
  readonly places: Places;
  readonly path: string;
  readonly body: object;
  readonly at: string;
}

const rows = courses();
/** The commands on a unit's year: each has a unit and a block of its own. */
const onYears = [...rows.keys()].filter((name) => name.startsWith('post '));
const unitAt = (place: number) => `so_mau_${place + 1}`;
const blockAt = (place: number) => `khoi_mau_${place + 1}`;
/** What has gone through the whole year, for questions. */
const [whole, wholeBlock] = ['so_tron_nam', 'khoi_tron_nam'];

/** The units whose people need accounts. */
export const readyUnits: readonly string[] = [...onYears.map((_name, place) => unitAt(place)), whole];
/** The blocks that the year 2024 has to be opened for. */
export const readyBlocks: readonly string[] = [...onYears.map((_name, place) => blockAt(place)), wholeBlock];
/** Who needs an account besides. */
export const readyPeople: readonly Person[] = [ruler];

/** In the order in which they are asked for: those who see most first. */
const askers = ['auditor', 'administrator-of-units', 'leader', 'unit-head', 'unit-officer'];
/** When everything has been done, and questions are asked. */
const afterwards = { at: '2025-03-20T02:00:00.000Z', day: '2025-03-20', calendarYear: '2025' };

/** A log in which every operation has something that it can succeed on. */
export class ReadyWorld {
  private readonly commands = new Map<string, Omit<Ready, 'person' | 'path'> & { readonly person?: Person }>();

  constructor(private readonly api: RunningApi) {}

  /** Before the year 2024 is opened for `readyBlocks`. */
  async found(): Promise<void> {
    await new AccessSteps(this.api).grant(ruler, 'council');
    for (const [place, blockId] of readyBlocks.entries()) {
      const unitId = readyUnits[place] ?? '';
      await this.api.accepted(administrator, '/blocks', { blockId, name: 'Khối mẫu' });
      await this.api.accepted(administrator, '/units', department(unitId));
      await this.api.accepted(administrator, `/blocks/${blockId}/members`, { unitId, from: '2020-01-01' });
    }
  }

  /** Brings each unit to where its command succeeds, and makes what the other commands need. */
  async prepare(): Promise<void> {
    const begin = this.api.clock.now();
    for (const [place, name] of onYears.entries()) {
      const [unitId, blockId] = [unitAt(place), blockAt(place)];
      await this.bring(unitId, blockId, begin, firstStateOf(name));
      const body = attemptAt(name.slice('post '.length), unitId, blockId);
      this.commands.set(name, { places: placesOf(unitId, blockId), body, at: this.api.clock.now() });
    }
    await this.bring(whole, wholeBlock, begin, 'corr');
    this.api.clock.set(begin);
    for (const { first = [] } of Object.values(preparedCommands))
      for (const [person, path, body, key] of first) await this.accepted(person, path, body, key);
    // What is taken back at the instant at which it was given was never in force.
    const at = new Date(Date.parse(begin) + 1_000).toISOString();
    for (const [name, { person, places = {}, body }] of Object.entries(preparedCommands))
      this.commands.set(name, { ...(person && { person }), places, body, at });
    this.api.clock.set(afterwards.at);
  }

  /** Throws for a command that nobody has made ready. */
  at({ name, method, template, operation }: Target): Ready {
    const roles = operation['x-roles'] ?? [];
    if (method === 'get') {
      const year = template.startsWith('/viewings') ? afterwards.calendarYear : '2024';
      const places = { ...placesOf(whole, wholeBlock), year };
      const path = pathAt(template, places) + demandedQuery(operation);
      return { person: whoAsks(roles), places, path, body: {}, at: afterwards.at };
    }
    const command = this.commands.get(name);
    if (!command) throw new Error(`${name} has no request that succeeds: add it to state-table.ts or ready-things.ts`);
    const [role = administrator] = roles;
    const own = role.startsWith('unit-') ? `${role}@${command.places['unitId']}` : role;
    const person = command.person ?? (own as Person);
    return { ...command, person, path: pathAt(template, command.places) };
  }

  private async bring(unitId: string, blockId: string, begin: string, state: State): Promise<void> {
    this.api.clock.set(begin);
    await new UnitYearCourse(this.api, unitId, blockId).goTo(state, 'none');
  }

  private async accepted(person: Person, path: string, body: object, key?: string): Promise<void> {
    const response = await this.api.command(person, path, body, key);
    if (response.status !== 201) throw new Error(`${path}: ${JSON.stringify(response.body)}`);
  }
}

/** The first state in which the command is carried out; before the file is open only where nothing else will do. */
function firstStateOf(name: string): State {
  return stateNames.find((state) => state !== 'none' && rows.get(name)?.get(state) === '✓') ?? 'none';
}

/** What there is of a unit's year, by the names of parameters. */
function placesOf(unitId: string, blockId: string): Places {
  const { id, version, sha256 } = writeRulesetRef;
  return {
    ...{ year: '2024', unitId, blockId, explanationId: 'gt_1', caseId: 'kd_1', accountId: 'thoi_quyen' },
    ...{ id, version: String(version), sha256, day: afterwards.day },
  };
}

function whoAsks(roles: readonly string[]): Person | undefined {
  const role = [...askers, ...roles].find((one) => roles.includes(one));
  if (role === undefined) return undefined;
  return (role.startsWith('unit-') ? `${role}@${whole}` : role) as Person;
}

/** The parameters that must be given, as the document shows them. */
function demandedQuery({ parameters = [] }: Target['operation']): string {
  const demanded = parameters.filter((each) => each.in === 'query' && each.required);
  const given = demanded.map(({ name, schema }) => `${name}=${encodeURIComponent(String(schema?.example))}`);
  return given.length === 0 ? '' : `?${given.join('&')}`;
}
