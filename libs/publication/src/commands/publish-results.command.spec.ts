import { type CommandContext, EventRegistry, WritePath } from '@app/event-store';
import { ManualClock } from '@app/kernel';
import { RulesetCatalog } from '@app/ruleset';
import { InMemoryEventStore } from '@app/testing';
import { BlockYearDecision } from '../block-year-decision';
import { BlockYearReader } from '../block-year-reader';
import { publicationEvents, resultsImported } from '../publication.events';
import { results, resultsStream } from '../results';
import { PublishResults, PublishResultsHandler } from './publish-results.command';

const input = {
  year: 2024,
  blockId: 'so_nganh',
  decision: { number: '12/QĐ-UBND', signedOn: '2025-04-01', signer: 'Chủ tịch UBND' },
} as const;
const commandId = '0190b7a4-0000-7000-8000-000000000001';
const context: CommandContext = {
  ...{ commandId, correlationId: commandId, causationId: commandId },
  ...{ actor: 'a', onBehalfOf: null, role: 'r' },
};
const recorded = resultsImported.of({
  ...{ year: 2024, blockId: 'so_nganh', blockName: 'Khối sở', n: null, rows: [] },
  source: { title: 'Quyết định', url: 'https://example.org' },
});

/** A ledger whose block can no longer be read. */
function unreadableBlock() {
  const store = new InMemoryEventStore();
  const registry = new EventRegistry(publicationEvents);
  const clock = new ManualClock('2025-04-02T00:00:00.000Z');
  const process = () => new WritePath(store, registry, clock);
  const reader = new BlockYearReader(store, registry);
  jest.spyOn(reader, 'read').mockRejectedValue(new Error('unreadable'));
  const decision = new BlockYearDecision(process(), reader, clock);
  return { process, handler: new PublishResultsHandler(decision, new RulesetCatalog([])) };
}

it('answers a repeat with the first result though the block can no longer be read', async () => {
  const { process, handler } = unreadableBlock();
  const stream = resultsStream(input.year, input.blockId);
  const first = await process().execute(results, stream, context, () => [recorded]);
  expect(await handler.execute(new PublishResults(input, context))).toEqual(first);
});

it('reads the block for a command that was not carried out', async () => {
  const { handler } = unreadableBlock();
  await expect(handler.execute(new PublishResults(input, context))).rejects.toThrow('unreadable');
});
