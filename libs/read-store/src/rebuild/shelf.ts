import type { Row } from '../projection';
import type { LoadTable } from './load-table';

/** A row in hand. `row` undefined: deleted. */
export interface Held {
  readonly table: LoadTable;
  readonly key: Row;
  readonly row: Row | undefined;
  /** Whether the table holds the row, perhaps with other columns. */
  readonly stored: boolean;
  readonly dirty: boolean;
  /** Whether folds work on it: then it will be needed again. */
  readonly folds: boolean;
  /** About how many bytes it takes. */
  readonly weight: number;
}

/** Rows by place, those used longest ago first. */
export class Shelf {
  private readonly rows = new Map<string, Held>();
  private total = 0;

  /** About how many bytes all its rows take. */
  get weight(): number {
    return this.total;
  }

  find(place: string): Held | undefined {
    return this.rows.get(place);
  }

  put(place: string, held: Held): void {
    this.rows.set(place, held);
    this.total += held.weight;
  }

  take(place: string): Held | undefined {
    const held = this.rows.get(place);
    if (!held) return undefined;
    this.rows.delete(place);
    this.total -= held.weight;
    return held;
  }

  /** Takes rows away, those used longest ago first, until the others weigh no more than this. */
  *takeDownTo(weight: number): Generator<readonly [place: string, held: Held]> {
    for (const [place, held] of this.rows) {
      if (this.total <= weight) return;
      this.take(place);
      yield [place, held];
    }
  }
}
