import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';

/** One field of an answer, for the document at /openapi.json: its type and what it means. */
export const Shown = (
  type: 'text' | 'integer' | 'flag',
  description: string,
  options: { nullable?: boolean; enum?: readonly string[]; isArray?: boolean } = {},
) =>
  ApiProperty({
    type: { text: 'string', integer: 'integer', flag: 'boolean' }[type],
    description,
    nullable: options.nullable ?? false,
    isArray: options.isArray ?? false,
    ...(options.enum && { enum: [...options.enum] }),
  } as ApiPropertyOptions);

/** A nested object, or a list of them. */
export const ShownObject = (
  type: () => new () => object,
  description: string,
  options: { nullable?: boolean; isArray?: boolean } = {},
) =>
  ApiProperty({
    type: () => type(), // Swagger takes it for a late reference only if the function itself is named `type`.
    description,
    nullable: options.nullable ?? false,
    isArray: options.isArray ?? false,
  });

/** A value as computed and as printed. */
export class AmountAnswer {
  @Shown('text', 'Exact: a decimal, or a fraction such as 2/3')
  exact!: string;

  @Shown('text', 'Rounded once, with a decimal point')
  displayed!: string;
}

export class RulesetAnswer {
  @Shown('text', 'Id of the ruleset (bộ tiêu chí)')
  id!: string;

  @Shown('integer', 'Version')
  version!: number;

  @Shown('text', 'SHA-256 of its canonical JSON')
  sha256!: string;

  @Shown('text', 'Title')
  title!: string;

  @Shown('flag', 'True: a sample (mẫu), not an official ruleset')
  sample!: boolean;
}

/** The decision that published a result. */
export class DecisionAnswer {
  @Shown('text', 'Number')
  number!: string;

  @Shown('text', 'Date of signing')
  signedOn!: string;

  @Shown('text', 'Who signed')
  signer!: string;
}

/** The legal document that a change of a unit rests on. */
export class DecreeAnswer {
  @Shown('text', 'Number; where an old event kept one text, that text')
  number!: string;

  @Shown('text', 'When it was signed; null where it was not recorded', { nullable: true })
  signedOn!: string | null;

  @Shown('text', 'Who issued it; null where it was not recorded', { nullable: true })
  issuer!: string | null;

  @Shown('text', 'What it is about', { nullable: true })
  title!: string | null;
}
