import type { EvidenceReference } from '@app/assessment';
import type { Citation } from '@app/ruleset';
import type { UnitScoreEvent } from '@app/scorecard';
import { ApiProperty } from '@nestjs/swagger';
import { Shown } from '../http/answers';

/** What a figure rests on: the clause, the declaration, the evidence and the events. */
export class CitationAnswer implements Citation {
  @Shown('text', 'The document')
  document!: string;

  @Shown('text', 'Where in it')
  clause!: string;
}

export class EvidenceAnswer implements EvidenceReference {
  @Shown('text', 'Digest of the file')
  sha256!: string;

  @Shown('text', 'Name of the file')
  name!: string;

  @Shown('text', 'Who issued it', { nullable: true })
  issuer!: string | null;

  @Shown('text', 'Its number', { nullable: true })
  number!: string | null;

  @Shown('text', 'When it was issued', { nullable: true })
  issuedOn!: string | null;
}

export class ScoreEventAnswer implements UnitScoreEvent {
  @Shown('text', 'The event')
  eventId!: string;

  @Shown('text', 'What happened')
  type!: string;

  @Shown('text', 'The account that recorded it')
  actor!: string;

  @Shown('text', 'The account that delegated; null: in the own right', { nullable: true })
  onBehalfOf!: string | null;

  @Shown('text', 'The role in which it was recorded')
  role!: string;

  @Shown('text', 'When')
  recordedAt!: string;

  @Shown('text', 'Position in the log')
  position!: string;
}

/** A declaration: an object whose `kind` says how the rest reads; the same that a unit records. */
export const ShownDeclaration = (description: string): PropertyDecorator =>
  ApiProperty({
    type: 'object',
    description,
    nullable: true,
    properties: { kind: { type: 'string' } },
    additionalProperties: true,
    example: { kind: 'ratio', numerator: '95', denominator: '100' },
  });
