import { type PartsStanding, STAGE } from '@app/read-store';
import type { KeptGeneration } from './generations';
import type { MemoryTransaction } from './memory-database';
import { checkpointOf } from './memory-read-model';
import { MemoryCuts, MemoryGroups } from './memory-stage';
import { ReadStoreServer, SimulatedModel } from './read-store-server';

/** Takes the part that is the furthest for all of them: computes while they stand at different positions. */
class UnevenCuts extends MemoryCuts {
  protected override standingIn(tx: MemoryTransaction): PartsStanding {
    const standing = super.standingIn(tx);
    return { ...standing, least: standing.least === undefined ? undefined : standing.most };
  }
}

export class Uneven extends SimulatedModel {
  override readonly cuts = new UnevenCuts(this.connection, this.place, this.generation.parts);
}

/** Groups are taken out by a statement of its own, before they are computed. */
class TakenFirst extends MemoryGroups {
  override whole<Result>(work: () => Promise<Result>): Promise<Result> {
    return work();
  }
}

export class GroupsTakenFirst extends SimulatedModel {
  override readonly groups = new TakenFirst(this.connection, this.place);
}

/** A part reads where another one stands, and writes there. */
export class OneCheckpoint extends SimulatedModel {
  override readonly cuts = new MemoryCuts(this.connection, this.place, 1);

  protected override get checkpointName(): string {
    return this.part === undefined || this.part === STAGE ? super.checkpointName : checkpointOf(this.place, 0);
  }
}

/** Whoever takes a part over goes on where the part stands that is the furthest. */
export class SkippingShare extends SimulatedModel {
  override async lock(signal: AbortSignal): Promise<boolean> {
    const locked = await super.lock(signal);
    const { part } = this;
    if (!locked || part === undefined || part === STAGE) return locked;
    await this.connection.request('go on where the furthest stands', (tx) => {
      const all = Array.from({ length: this.generation.parts }, (_, one) => checkpointOf(this.place, one));
      const begun = all.flatMap((name) => (tx.get('checkpoint', name) as { position: bigint } | undefined) ?? []);
      const furthest = begun.sort((one, other) => Number(other.position - one.position))[0];
      if (furthest) tx.set('checkpoint', checkpointOf(this.place, part), furthest);
    });
    return locked;
  }
}

/** What was retired is kept up by nobody. */
export class RetiredForgotten extends ReadStoreServer {
  override keptNow(projection: string): KeptGeneration[] {
    return super.keptNow(projection).filter(({ state }) => state !== 'retired');
  }
}
