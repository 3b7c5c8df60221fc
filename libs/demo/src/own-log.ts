import { type EventStore, LOG_IDENTITY_STREAM, type Position, type RecordedEvent } from '@app/event-store';
import { StartUpRefused } from '@app/platform';
import { foundationSteps } from './foundation';

/** The log holds what the demo did not begin: the demo never mixes with it. */
export class LogHoldsOtherData extends StartUpRefused {
  constructor() {
    super(
      'Không nạp dữ liệu mẫu vì nhật ký này đã có dữ liệu khác: muốn xem dữ liệu mẫu, hãy dùng DATA_DIR hoặc DATABASE_URL khác.',
    );
  }
}

/** Throws LogHoldsOtherData unless the log holds nothing but its identity, or was begun by this very demo. */
export async function refuseOtherData(store: EventStore): Promise<void> {
  const first = await firstFact(store);
  // The first step's sequences run side by side: whichever of its commands came first began the log.
  if (first && !firstCommands().has(first.metadata.commandId)) throw new LogHoldsOtherData();
}

/** Enough for the identity and one event after it. */
const FEW = 4;

/** The first event after the log's identity; an EventStoreDB may hold any number of others' before it. */
async function firstFact(store: EventStore): Promise<RecordedEvent | undefined> {
  let after: Position | undefined;
  for (;;) {
    const { events, next, atEnd } = await store.page(after, FEW);
    const first = events.find(({ stream }) => stream !== LOG_IDENTITY_STREAM);
    if (first || atEnd) return first;
    after = next;
  }
}

function firstCommands(): ReadonlySet<string> {
  const [first] = foundationSteps();
  return new Set(first?.sequences.flat().map(({ context }) => context.commandId));
}
