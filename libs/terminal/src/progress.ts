import { Presets, SingleBar } from 'cli-progress';
import { decimalComma, duration } from './vietnamese-numbers';

/** Long work in view: how much is done, how fast, how long it will still take. */
export interface Progress {
  to(done: number): void;
  end(): void;
}

/** Where progress goes: a terminal shows a moving bar, anything else one line at the end, and lines on the way where they are asked for. */
export type ProgressStream = NodeJS.WritableStream & { readonly isTTY?: boolean };

/**
 * A bar on `stream` (stderr, so that stdout stays clean); `unit` is the Vietnamese word for what is counted, `total` null where nobody knows
 * how much there is. Off a terminal it also tells every `tellMs` how far it is, as long as it gets on.
 */
export function startProgress(
  label: string,
  total: number | null,
  unit: string,
  stream: ProgressStream,
  tellMs = Infinity,
): Progress {
  return stream.isTTY === true ? movingBar(label, total, unit, stream) : lines(label, total, unit, stream, tellMs);
}

/** The speed is that of so many last steps: of fewer it would jump with every kind of work. */
const STEPS_OF_SPEED = 500;

function movingBar(label: string, total: number | null, unit: string, stream: ProgressStream): Progress {
  const [bars, of, left] =
    total === null ? ['', '', ''] : ['{bar} {percentage} %  ', '/{total}', '  còn {eta_formatted}'];
  const bar = new SingleBar(
    {
      format: `${label}  ${bars}{value}${of} ${unit}  {speed} ${unit}/giây${left}`,
      stream,
      hideCursor: true,
      etaBuffer: STEPS_OF_SPEED,
      formatTime: duration,
    },
    Presets.shades_classic,
  );
  // A process that ends in the middle gives the terminal its cursor and its line wrapping back.
  const restore = () => bar.stop();
  process.once('exit', restore);
  bar.start(total ?? 0, 0, { speed: '—' });
  const speed = speedometer();
  return {
    to: (done) => {
      if (done > bar.getTotal()) bar.setTotal(done);
      bar.update(done, { speed: shownSpeed(speed(done)) });
    },
    end: () => {
      process.off('exit', restore);
      bar.stop();
    },
  };
}

/** Steps a second since the first figure it is told; null until the second one. */
function speedometer(): (done: number) => number | null {
  let first: { readonly done: number; readonly at: number } | undefined;
  return (done) => {
    first ??= { done, at: performance.now() };
    const seconds = (performance.now() - first.at) / 1_000;
    return done > first.done && seconds > 0 ? (done - first.done) / seconds : null;
  };
}

function shownSpeed(speed: number | null): string {
  return speed === null ? '—' : shownNumber(Math.round(speed));
}

function shownNumber(whole: number): string {
  return decimalComma(String(whole));
}

function lines(label: string, total: number | null, unit: string, stream: ProgressStream, tellMs: number): Progress {
  let last = 0;
  let told = performance.now();
  const speed = speedometer();
  return {
    to: (done) => {
      const now = speed(done);
      const due = done > last && performance.now() - told >= tellMs;
      last = done;
      // What is done is told at the end.
      if (!due || (total !== null && done >= total)) return;
      told = performance.now();
      stream.write(`${label}: ${onTheWay(done, total, unit, now)}\n`);
    },
    end: () => void stream.write(`${label}: ${last} ${unit}\n`),
  };
}

/** `12.000/40.000 sự việc, 2.400 sự việc/giây, còn 12 giây`; what is not known is left out. */
function onTheWay(done: number, total: number | null, unit: string, speed: number | null): string {
  const of = total === null ? '' : `/${shownNumber(total)}`;
  const rate = speed === null ? [] : [`${shownSpeed(speed)} ${unit}/giây`];
  const left = speed === null || total === null ? [] : [`còn ${duration((total - done) / speed)}`];
  return [`${shownNumber(done)}${of} ${unit}`, ...rate, ...left].join(', ');
}
