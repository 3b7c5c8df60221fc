import type { LocalDate } from '@app/kernel';

/** When units end, asked of the log: another feature's facts. Also the Nest token. */
export abstract class UnitEnds {
  /** The first day without the unit; null while nobody has said that it ends. */
  abstract of(unitId: string): Promise<LocalDate | null>;
}
