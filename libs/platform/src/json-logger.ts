import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';
import { scrubbed } from './scrubbed';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** What Nest says of itself while it starts: dozens of lines that only its developers read. */
const startUpContexts = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
]);

/** Nest's log as JSON lines (pino), free of tokens and personal data: every text passes `scrubbed`, secret fields are cut out. */
export class JsonLogger implements LoggerService {
  private readonly pino: Logger;

  constructor(
    level: LogLevel,
    private readonly destination: DestinationStream & { flushSync?: () => void } = linesTogether(),
  ) {
    this.pino = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write(startUpContexts.has(String(rest.at(-1))) ? 'debug' : 'info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Nest passes the context last, and before it a stack or further messages. */
  private write(
    level: 'debug' | 'info' | 'warn' | 'error' | 'fatal',
    message: unknown,
    rest: readonly unknown[],
  ): void {
    if (!this.pino.isLevelEnabled(level)) return;
    const context = rest.at(-1);
    const more = rest.slice(0, -1).filter((part) => part !== undefined);
    const said = typeof message === 'object' && message !== null && !(message instanceof Error) ? message : { message };
    this.pino[level](scrubbed({ context, ...said, ...(more.length > 0 && { more }) }));
    if (level !== 'info' && level !== 'debug') this.destination.flushSync?.();
  }
}

/** Bytes, and ms: what a line waits for at most, so that a line for each request is no call of the system for each. */
const together = { bytes: 8 * 1024, milliseconds: 50 };

/**
 * Standard error, to which warnings and errors go at once, with all that was said before them, and other lines in company. Nothing is kept
 * back when the process ends by itself; whoever kills it (SIGKILL) loses the other lines of the last 50 ms.
 */
function linesTogether(): DestinationStream & { flushSync: () => void } {
  standardError ??= openStandardError();
  return standardError;
}

/** One for all loggers of the process, so that their lines stay in order. */
let standardError: ReturnType<typeof openStandardError> | undefined;

function openStandardError() {
  const destination = pino.destination({ dest: 2, sync: true, minLength: together.bytes });
  const flushSync = () => {
    try {
      destination.flushSync();
    } catch {
      // Nobody reads standard error any more.
    }
  };
  setInterval(flushSync, together.milliseconds).unref();
  process.once('exit', flushSync);
  return { write: (line: string) => void destination.write(line), flushSync };
}
