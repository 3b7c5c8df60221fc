import { LAST_YEAR, type NationPlan } from './nation-plan';

/** A made-up unit: nothing of it is a real name. */
export interface NationUnit {
  readonly unitId: string;
  readonly name: string;
  readonly type: 'department' | 'commune';
}

/** Units of one province that are compared with one another. */
export interface NationBlock {
  readonly blockId: string;
  readonly name: string;
  readonly units: readonly NationUnit[];
}

/** Two blocks per province: its departments and its communes. Labelled mẫu throughout; the communes are dealt out evenly. */
export function blocksOf({ provinces, communes, departments }: NationPlan): NationBlock[] {
  return Array.from({ length: provinces }, (_, place) => {
    const id = `mau_t${padded(place + 1, 2)}`;
    const province = `Tỉnh mẫu ${padded(place + 1, 2)}`;
    const share = Math.floor((communes + place) / provinces);
    return [
      {
        blockId: `${id}_so`,
        name: `Sở, ban, ngành, ${province}`,
        units: unitsOf(departmentOf, id, province, departments),
      },
      { blockId: `${id}_xa`, name: `UBND cấp xã, ${province}`, units: unitsOf(communeOf, id, province, share) },
    ];
  }).flat();
}

/** The assessment years, oldest first. */
export function yearsOf({ years }: Pick<NationPlan, 'years'>): number[] {
  return Array.from({ length: years }, (_, place) => LAST_YEAR - years + 1 + place);
}

type UnitOf = (id: string, province: string, number: number) => NationUnit;

const departmentOf: UnitOf = (id, province, number) => ({
  unitId: `${id}_s${padded(number, 2)}`,
  name: `Sở mẫu ${padded(number, 2)}, ${province}`,
  type: 'department',
});

const communeOf: UnitOf = (id, province, number) => ({
  unitId: `${id}_x${padded(number, 3)}`,
  name: `UBND xã mẫu ${padded(number, 3)}, ${province}`,
  type: 'commune',
});

function unitsOf(unitOf: UnitOf, id: string, province: string, count: number): NationUnit[] {
  return Array.from({ length: count }, (_, place) => unitOf(id, province, place + 1));
}

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}
