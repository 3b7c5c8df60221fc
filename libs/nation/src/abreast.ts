/** So many lanes run side by side. */
const ABREAST = 32;

/** One item of every lane in turn, of so many lanes at a time: as units of a country work side by side. A lane is begun when it is due. */
export function* abreast<Item>(lanes: Iterable<Iterable<Item>>): Generator<Item, void, undefined> {
  const waiting = lanes[Symbol.iterator]();
  const running: Iterator<Item>[] = [];
  const fill = (): void => {
    while (running.length < ABREAST) {
      const next = waiting.next();
      if (next.done) return;
      running.push(next.value[Symbol.iterator]());
    }
  };
  fill();
  while (running.length > 0) {
    for (let lane = 0; lane < running.length;) {
      const next = running[lane]?.next();
      if (next === undefined || next.done) running.splice(lane, 1);
      else {
        yield next.value;
        lane += 1;
      }
    }
    fill();
  }
}
