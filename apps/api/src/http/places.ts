import type { Request, Response } from 'express';
import type { Leave } from './admission';

/** The places that a request holds, and what keeps them: its connection, and the work done for it. */
interface Held {
  readonly places: Leave[];
  keepers: number;
}

const held = new WeakMap<Request, Held>();

/** Holds a place until the request's answer is out and its work has ended, whatever comes later. */
export function hold(request: Request, response: Response, place: Leave): void {
  const known = held.get(request);
  if (request.socket.destroyed || known?.keepers === 0) {
    place(); // The caller has gone: nothing would tell us so once more.
  } else if (known) {
    known.places.push(place);
  } else {
    held.set(request, { places: [place], keepers: 1 });
    response.once('close', () => letGo(request));
  }
}

/** Keeps the request's places while `work` goes on. Resolves and rejects as `work` does. */
export function keepWhile<Result>(request: Request, work: Promise<Result>): Promise<Result> {
  const places = held.get(request);
  if (!places) return work;
  places.keepers += 1;
  return work.finally(() => letGo(request));
}

function letGo(request: Request): void {
  const places = held.get(request);
  if (!places) return;
  places.keepers -= 1;
  if (places.keepers === 0) for (const leave of places.places) leave();
}
