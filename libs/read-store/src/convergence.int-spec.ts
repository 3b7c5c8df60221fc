import { logEvents } from '@app/event-store';
import {
  close,
  deliverRoughly,
  dice,
  type Dice,
  type HistoryEvent,
  logOf,
  note,
  pay,
  ProjectionLab,
  toyProjection,
  toySchemas,
} from '@app/testing';

/** How many histories; the full run asks for 1,000. */
const SEEDS = Number(process.env.PAR_SEEDS ?? 20);

jest.setTimeout(120_000 + SEEDS * 6_000);

function anyHistory(roll: Dice): HistoryEvent[] {
  return Array.from({ length: 60 }, (_, number) => {
    const account = `${'abc'.charAt(roll(3))}${roll(2)}`;
    const events = [pay(account, number), pay(account, number), note(account, `${number}`), close(account)];
    return events[roll(4)] ?? pay(account, 1);
  });
}

it(`ends with the same rows however roughly the log is delivered, for ${SEEDS} histories`, async () => {
  const happened = { cut: 0, putBack: 0, restored: 0 };
  const lab = await ProjectionLab.open(toyProjection(), await logOf([]), [...logEvents, ...toySchemas]);
  try {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const roll = dice(seed);
      await lab.beginWith(await logOf(anyHistory(roll)));
      await lab.catchUp();
      const expected = await lab.snapshot();
      await lab.forget();
      const { cut, putBack, restored } = await deliverRoughly(lab, roll);
      happened.cut += cut;
      happened.putBack += putBack;
      happened.restored += restored;
      expect({ seed, ...(await lab.snapshot()) }).toEqual({ seed, ...expected });
      expect(await lab.scope.session.query('SELECT * FROM read_model.quarantine')).toEqual([]);
    }
  } finally {
    await lab.close();
  }
  for (const times of Object.values(happened)) expect(times).toBeGreaterThan(SEEDS / 2);
});
