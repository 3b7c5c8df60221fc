import { Option } from 'commander';

/** `--json`: everything, stable, on stdout; nothing else there. */
export const jsonOption = (): Option => new Option('--json', 'in đầy đủ dạng JSON');

/** Prints the data as JSON, or the text made of it. */
export function print<Data>(data: Data, json: boolean | undefined, asText: (data: Data) => string): void {
  process.stdout.write(json === true ? `${JSON.stringify(data, bigintAsText, 2)}\n` : asText(data));
}

function bigintAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
