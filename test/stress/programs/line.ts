import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** What the program was started with. */
export const optionsOf = <Options>(): Options => JSON.parse(process.argv[2] ?? '{}') as Options;

/** Says something to the test, at once: a kill in the next instruction cannot take it back. */
export function say(message: { readonly kind: string } & Readonly<Record<string, unknown>>): void {
  const text = JSON.stringify(message, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  for (let rest = Buffer.from(`${text}\n`); rest.length > 0;) rest = rest.subarray(written(rest));
}

/** How many bytes the test took; 0 when it is behind with listening, after a moment of patience. */
function written(bytes: Buffer): number {
  try {
    return writeSync(1, bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    return 0;
  }
}

/** What the test says, until it lets the program finish. */
export async function* told<Message>(): AsyncGenerator<Message, void, void> {
  for await (const line of createInterface({ input: process.stdin })) yield JSON.parse(line) as Message;
}

/** Ends the program as a pulled plug would: nothing is finished, nothing is flushed. */
export const die = (): void => void process.kill(process.pid, 'SIGKILL');
