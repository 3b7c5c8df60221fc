import { Presets, SingleBar } from 'cli-progress';
import { decimalComma, duration } from './vietnamese-numbers';

/** Long work in view: how much is done, how fast, how long it will still take. */
export interface Progress {
  to(done: number): void;
  end(): void;
}

/** Where progress goes: a terminal shows a moving bar, anything else one line at the end. */
export type ProgressStream = NodeJS.WritableStream & { readonly isTTY?: boolean };

/** A bar on `stream` (stderr, so that stdout stays clean); `unit` is the Vietnamese word for what is counted. */
export function startProgress(label: string, total: number, unit: string, stream: ProgressStream): Progress {
  return stream.isTTY === true ? movingBar(label, total, unit, stream) : oneLine(label, unit, stream);
}

/** The speed is that of so many last steps: of fewer it would jump with every kind of work. */
const STEPS_OF_SPEED = 500;

function movingBar(label: string, total: number, unit: string, stream: ProgressStream): Progress {
  const bar = new SingleBar(
    {
      format: `${label}  {bar} {percentage} %  {value}/{total} ${unit}  {speed} ${unit}/giây  còn {eta_formatted}`,
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
  bar.start(total, 0, { speed: '—' });
  const speed = speedometer();
  return {
    to: (done) => {
      if (done > bar.getTotal()) bar.setTotal(done);
      bar.update(done, { speed: speed(done) });
    },
    end: () => {
      process.off('exit', restore);
      bar.stop();
    },
  };
}

/** Steps a second since the first figure it is told; `—` until the second one. */
function speedometer(): (done: number) => string {
  let first: { readonly done: number; readonly at: number } | undefined;
  return (done) => {
    first ??= { done, at: performance.now() };
    const seconds = (performance.now() - first.at) / 1_000;
    return done > first.done && seconds > 0 ? decimalComma(String(Math.round((done - first.done) / seconds))) : '—';
  };
}

function oneLine(label: string, unit: string, stream: ProgressStream): Progress {
  let last = 0;
  return {
    to: (done) => {
      last = done;
    },
    end: () => void stream.write(`${label}: ${last} ${unit}\n`),
  };
}
