import { EventRegistry, PostgresEventStore } from '@app/event-store';
import { appDataSource } from '@app/postgres';
import { ranking } from '@app/ranking';
import { ProjectionCatalogue, ProjectionHost } from '@app/read-store';
import { nationalSizeRuleset, RulesetCatalog } from '@app/ruleset';
import { scorecard } from '@app/scorecard';
import { everySchema } from '@app/testing';
import { Logger } from '@nestjs/common';
import { optionsOf, say, told } from './line';

Logger.overrideLogger(false);

/** Runs its share of the real projections of units until it is let finish; each question is answered when all that the log held then is applied. */
async function main({ url, parts, batchSize }: { url: string; parts: number; batchSize: number }): Promise<void> {
  const dataSource = await appDataSource(url, { name: 'unit-projector', max: 30 }).initialize();
  const store = PostgresEventStore.open({ url });
  const rulesets = new RulesetCatalog([nationalSizeRuleset()]);
  const catalogue = new ProjectionCatalogue();
  catalogue.add(scorecard(rulesets));
  catalogue.add(ranking(rulesets));
  const host = new ProjectionHost(dataSource, store, new EventRegistry(everySchema), catalogue, { batchSize, parts });
  await host.prepare();
  say({ kind: 'prepared' });
  await host.start();
  say({ kind: 'ready' });
  for await (const question of told<{ readonly number: number }>()) {
    await host.catchUp();
    say({ kind: 'caught-up', ...question });
  }
  await host.stop();
  await store.close();
  await dataSource.destroy();
}

void main(optionsOf());
