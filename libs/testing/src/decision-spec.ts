import { type Aggregate, type DomainError, type DomainEvent, fold } from '@app/kernel';

/** A class of refusals, whatever its constructor takes. */
type Refusal = abstract new (...args: never[]) => DomainError;

/** What a decision led to. Never a method called `then`: an object with one is a thenable. */
interface DecisionOutcome<Event> {
  /** Exactly these events, in this order; and they survive JSON, so no Date, BigInt or undefined hides in them. */
  thenEvents(...expected: readonly Event[]): void;
  /** Refused by this rule; `details` are part of what programs see. */
  thenFails(refusal: Refusal, details?: Readonly<Record<string, unknown>>): void;
}

interface DecisionGiven<State, Event> {
  /** Decides on the state that the given history folds to. */
  when(decide: (state: State) => readonly Event[]): DecisionOutcome<Event>;
}

/** Tests of an aggregate that read like the rule: given these facts, when this is decided, then these facts follow. */
export function decisionSpec<State, Event extends DomainEvent>(
  aggregate: Aggregate<State, Event>,
): { given(...history: readonly Event[]): DecisionGiven<State, Event> } {
  return {
    given: (...history) => ({
      when: (decide) => outcomeOf(() => decide(fold(aggregate, history))),
    }),
  };
}

function outcomeOf<Event extends DomainEvent>(decide: () => readonly Event[]): DecisionOutcome<Event> {
  return {
    thenEvents(...expected) {
      const events = decide();
      expect(events).toStrictEqual(expected);
      expect(JSON.parse(JSON.stringify(events))).toStrictEqual(events);
    },
    thenFails(refusal, details) {
      const thrown = thrownBy(decide);
      expect(thrown).toBeInstanceOf(refusal);
      if (details) expect((thrown as DomainError).details).toMatchObject(details);
    },
  };
}

function thrownBy(decide: () => unknown): unknown {
  try {
    decide();
  } catch (error) {
    return error;
  }
  throw new Error('The decision was expected to be refused, but it was taken.');
}
