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

/** Ends the program where its output goes nowhere: without a word when the reader left (`par … | head`), else saying why. Exit 1. */
export function endOnLostOutput(stream: NodeJS.WritableStream = process.stdout): void {
  stream.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code !== 'EPIPE') process.stderr.write(`Không ghi được kết quả: ${REASONS[code ?? ''] ?? message}.\n`);
    process.exit(1);
  });
}

const REASONS: Readonly<Record<string, string>> = { ENOSPC: 'ổ đĩa đã đầy', EIO: 'thiết bị lỗi' };
