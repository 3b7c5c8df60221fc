/** Rows within an answer: sent as arrays, since names repeated in each would be most of what is sent and parsed, and named again here. */
export class Listed<Item extends object> {
  private readonly names: readonly string[];
  /** SQL: one row as JSON. */
  readonly sql: string;

  /** SQL of each field, in the order in which answers name them. */
  constructor(fields: Readonly<Record<keyof Item, string>>) {
    this.names = Object.keys(fields);
    this.sql = `json_build_array(${Object.values(fields).join(', ')})`;
  }

  /** The rows as they arrived, with their names. */
  items(rows: readonly (readonly unknown[])[]): Item[] {
    return rows.map((row) => {
      const item: Record<string, unknown> = {};
      for (let index = 0; index < this.names.length; index += 1) item[this.names[index] as string] = row[index];
      return item as Item;
    });
  }
}
