import { QueryBus } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import type { UnitScoreComponent } from '@app/scorecard';
import { openApiDocument } from '../http/openapi';
import { LogMoments } from '../lookup/log-moments';
import { ScoreSheetAsOf } from './score-sheet-as-of';
import { ScorecardController } from './scorecard.controller';

type Schema = { properties: Record<string, unknown>; required: string[] };

/** The schemas of the document at /openapi.json, as far as sheets are concerned. */
async function schemas(): Promise<Record<string, Schema>> {
  const module = await Test.createTestingModule({
    controllers: [ScorecardController],
    providers: [QueryBus, LogMoments, ScoreSheetAsOf].map((provide) => ({ provide, useValue: {} })),
  }).compile();
  const app = module.createNestApplication();
  return openApiDocument(app).components?.schemas as unknown as Record<string, Schema>;
}

it('documents of every component the clause, the declaration, the evidence and who recorded the events behind it', async () => {
  const { ComponentScoreAnswer, CitationAnswer, EvidenceAnswer, ScoreEventAnswer } = await schemas();
  const grounds: (keyof UnitScoreComponent)[] = ['citation', 'declaration', 'evidence', 'events'];
  expect(ComponentScoreAnswer?.required).toEqual(expect.arrayContaining(grounds));
  expect(ComponentScoreAnswer?.properties['declaration']).toMatchObject({
    additionalProperties: true,
    example: { kind: 'ratio' },
  });
  expect(CitationAnswer?.required).toEqual(['document', 'clause']);
  expect(EvidenceAnswer?.required).toEqual(['sha256', 'name', 'issuer', 'number', 'issuedOn']);
  expect(ScoreEventAnswer?.required).toEqual([
    'eventId',
    'type',
    'actor',
    'onBehalfOf',
    'role',
    'recordedAt',
    'position',
  ]);
});
