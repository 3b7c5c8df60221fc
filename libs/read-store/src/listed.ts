/** Rows within an answer. They are sent column by column: names and types are told once, not with each row. */
export class Listed<Item extends object> {
  private readonly names: readonly string[];
  private readonly columns: readonly string[];

  /** SQL of each field, in the order in which answers name them. */
  constructor(fields: Readonly<Record<keyof Item, string>>) {
    this.names = Object.keys(fields);
    this.columns = Object.values(fields);
  }

  /** SQL: the rows as one JSON value, in this order. */
  inOrder(order: string): string {
    return `json_build_array(${this.columns.map((column) => `json_agg(${column} ORDER BY ${order})`).join(', ')})`;
  }

  /** The rows of such a value. */
  items(sent: Sent): Item[] {
    const rows = sent[0] ?? [];
    return rows.map((_, row) => {
      const item: Record<string, unknown> = {};
      for (let column = 0; column < this.names.length; column += 1)
        item[this.names[column] as string] = sent[column]?.[row];
      return item as Item;
    });
  }
}

/** One list per field, as long as there are rows; null without any. */
export type Sent = readonly (readonly unknown[] | null)[];
