import type { Role, Series } from './series';

/** What one run of a subject measured, by name of the figure. */
export type Figures = Readonly<Record<string, number>>;

export interface Subject {
  readonly name: string;
  readonly role: Role;
  readonly run: (round: number) => Promise<Figures>;
}

/** Subjects that do the same work in turn. `units`: the figures that are reported, and in what. */
export interface Contest {
  readonly name: string;
  readonly units: Readonly<Record<string, string>>;
  readonly subjects: readonly Subject[];
  readonly rounds: number;
  /** Rounds before the first that counts; default 1. */
  readonly warmUps?: number;
}

/**
 * Every subject once per round, each round beginning with another subject, so that a slow minute of the machine meets all of them.
 * Warm-up rounds do not count; all others do.
 */
export async function interleaved(contest: Contest, say: (progress: string) => void): Promise<Series[]> {
  const { subjects, rounds, warmUps = 1 } = contest;
  const measured = new Map<Subject, Figures[]>(subjects.map((subject) => [subject, []]));
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const subject of inTurn(subjects, round + warmUps)) {
      say(`${contest.name}: ${round < 0 ? 'warm-up' : `round ${round + 1} of ${rounds}`}, ${subject.name}`);
      const figures = await subject.run(round);
      if (round >= 0) measured.get(subject)?.push(figures);
    }
  }
  return subjects.flatMap((subject) => seriesOf(contest, subject, measured.get(subject) ?? []));
}

function inTurn<Item>(items: readonly Item[], turn: number): Item[] {
  const first = items.length === 0 ? 0 : turn % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}

function seriesOf({ name: contest, units }: Contest, { name: subject, role }: Subject, rounds: Figures[]): Series[] {
  return Object.entries(units).flatMap(([figure, unit]) => {
    const values = rounds.flatMap((figures) => figures[figure] ?? []);
    return values.length === 0 ? [] : [{ contest, subject, role, figure, unit, values }];
  });
}
