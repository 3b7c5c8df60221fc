import { DefineBlock, JoinBlock, LeaveOffice, RegisterUnit, TakeOffice } from '@app/unit';
import type { LocalDate } from '@app/kernel';
import { RecordWorkingCalendar, sampleCalendar } from '@app/period';
import { ImportResults } from '@app/publication';
import { accounts, acting } from './acting';
import { published2021, source2021 } from './published-2021';
import type { DemoCommand, Step } from './step';
import { demoYears, storyNewHeads } from './story';
import { type DemoBlock, demoBlocks, type DemoUnit, unitsOf } from './units';

const registrar = (key: string) => acting(accounts.registrar, 'administrator-of-units', key);

/** Deadlines fall into the years themselves and the one after the last. */
const calendarYears = [...demoYears, Math.max(...demoYears) + 1];

/** Units, blocks, heads, sample calendars, and what was published of 2021. */
export function foundationSteps(): Step[] {
  return [
    { at: '2022-01-04T02:00:00.000Z', sequences: demoBlocks.flatMap(foundingCommands) },
    { at: '2022-01-05T02:00:00.000Z', sequences: demoBlocks.map(blockCommands) },
    { at: '2022-01-06T02:00:00.000Z', sequences: [calendarYears.map(calendarCommand)] },
    { at: '2022-03-29T02:00:00.000Z', sequences: [published2021.map(importCommand)] },
  ];
}

/** A head leaves in mid-year and another takes over. */
export function newHeadSteps(): Step[] {
  return storyNewHeads.map(({ unitId, until, from }) => ({
    at: `${from}T02:00:00.000Z`,
    sequences: [
      [
        new LeaveOffice({ unitId, office: 'head', personId: personId(unitId, 1), until }, registrar(`leave/${unitId}`)),
        new TakeOffice(
          { unitId, office: 'head', personId: personId(unitId, 2), personName: `Thủ trưởng mẫu thứ hai`, from },
          registrar(`take/${unitId}/2`),
        ),
      ],
    ],
  }));
}

/** The year before the first that is assessed here, with everybody who was there. */
const FOUNDED = 2021;
const foundedOn = `${FOUNDED}-01-01`;

function foundingCommands(block: DemoBlock): DemoCommand[][] {
  return unitsOf(block, FOUNDED).map((unit) => unitCommands(unit, foundedOn));
}

/** A unit with its head and deputy, from a day on. */
export function unitCommands({ unitId, name, type }: DemoUnit, registeredOn: LocalDate): DemoCommand[] {
  return [
    new RegisterUnit({ unitId, name, type, officialCode: null, registeredOn }, registrar(`register/${unitId}`)),
    new TakeOffice(
      { unitId, office: 'head', personId: personId(unitId, 1), personName: 'Thủ trưởng mẫu', from: registeredOn },
      registrar(`take/${unitId}/1`),
    ),
    new TakeOffice(
      {
        unitId,
        office: 'deputy',
        personId: `pho_${unitId}`,
        personName: 'Cấp phó phụ trách CCHC mẫu',
        from: registeredOn,
      },
      registrar(`take/${unitId}/deputy`),
    ),
  ];
}

function calendarCommand(year: number): DemoCommand {
  return new RecordWorkingCalendar(sampleCalendar(year), registrar(`calendar/${year}`));
}

function blockCommands(block: DemoBlock): DemoCommand[] {
  const { blockId, name } = block;
  return [
    new DefineBlock({ blockId, name }, registrar(`define/${blockId}`)),
    ...unitsOf(block, FOUNDED).map(
      ({ unitId }) => new JoinBlock({ blockId, unitId, from: foundedOn }, registrar(`join/${blockId}/${unitId}`)),
    ),
  ];
}

function importCommand({ blockId, n, rows }: (typeof published2021)[number]): DemoCommand {
  const block = demoBlocks.find((candidate) => candidate.blockId === blockId);
  const nameOf = (unitId: string): string => block?.units.find((unit) => unit.unitId === unitId)?.name ?? unitId;
  return new ImportResults(
    {
      year: FOUNDED,
      blockId,
      blockName: block?.name ?? blockId,
      n,
      rows: rows.map((row) => ({ ...row, unitName: nameOf(row.unitId), className: null, grade: null })),
      source: source2021,
    },
    acting(accounts.publisher, 'administrator-of-units', `import/2021/${blockId}`),
  );
}

function personId(unitId: string, order: number): string {
  return `thu_truong_${order}_${unitId}`;
}
