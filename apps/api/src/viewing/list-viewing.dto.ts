import type { ListViewing } from '@app/access';
import { ApiProperty } from '@nestjs/swagger';
import { Shown, ShownObject } from '../http/answers';

export class ListViewingAnswer {
  @Shown('text', 'Account that looked')
  accountId!: string;

  @Shown('text', 'Account in whose name', { nullable: true })
  onBehalfOf!: string | null;

  @Shown('text', 'Role in which')
  role!: string;

  @Shown('text', 'Which list was shown', { enum: ['proposals', 'present-ranking', 'files', 'cases'] })
  list!: string;

  @ApiProperty({
    description: 'What was asked, by the names in the address: year, block, page, moment',
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { year: '2024', blockId: 'so_ban_nganh' },
  })
  asked!: Readonly<Record<string, string>>;

  @Shown('integer', 'How often')
  times!: number;

  @Shown('text', 'First time')
  firstAt!: string;

  @Shown('text', 'Last time')
  lastAt!: string;

  @Shown('text', 'Where the log ended then: nothing later was seen')
  logPosition!: string;
}

export class ListViewingsAnswer {
  @Shown('text', 'The day in Vietnam on which lists were looked at')
  day!: string;

  @Shown('integer', 'How many records there are in all')
  total!: number;

  @ShownObject(() => ListViewingAnswer, 'A page of them, latest first', { isArray: true })
  viewings!: readonly (ListViewing & { readonly logPosition: string })[];
}
