import type { FileState, ListedFile, ListedFiles, Wait, Waited } from '@app/file-register';
import { Shown, ShownObject } from '../http/answers';
import { ChoiceField, FormField, TextField } from '../http/fields';
import { PageFilter } from '../http/pages';

const nullable = { nullable: true };

/** Where a file stands, in the order of its course. */
export const fileStates = [
  'declaring',
  'awaiting-approval',
  'submitted',
  'returned',
  'appraised',
  'ended',
] as const satisfies readonly FileState[];
const waited = [
  'unit-officer',
  'unit-head',
  'appraiser',
  'administrator-of-units',
  'case-handler',
] as const satisfies readonly Waited[];

export class FilesFilter extends PageFilter {
  @FormField('key', { description: 'Only this block (Khối)', ...nullable })
  blockId: string | null = null;

  @ChoiceField(fileStates, { description: 'Only files that stand so', ...nullable })
  state: FileState | null = null;

  @ChoiceField(waited, { description: 'Only files that wait for somebody in this role', ...nullable })
  waitsFor: Waited | null = null;

  @FormField('code', {
    description: 'Only files that wait for something in this field (lĩnh vực)',
    example: '1',
    ...nullable,
  })
  field: string | null = null;

  @FormField('key', { description: 'Only files that wait for this unit as lead agency (cơ quan chủ trì)', ...nullable })
  leadAgency: string | null = null;

  @TextField({ description: "A part of the unit's name, with or without diacritics", max: 200, ...nullable })
  q: string | null = null;
}

/** One thing that a file waits for. */
export class WaitAnswer implements Wait {
  @Shown('text', 'In which role somebody has to act', { enum: waited })
  by!: Waited;

  @Shown(
    'text',
    'What is waited for; extension: the time of the others is over, and only longer time lets them go on',
    {
      enum: ['declaration', 'approval', 'appraisal', 'closure', 'explanation', 'extension', 'objection'],
    },
  )
  what!: Wait['what'];

  @Shown('text', 'Code of the field (lĩnh vực); null: the whole file', nullable)
  field!: string | null;

  @Shown('text', 'The lead agency (cơ quan chủ trì) that appraises, as the rules print it', nullable)
  leadAgency!: string | null;

  @Shown('text', 'Code of the component', nullable)
  component!: string | null;

  @Shown('text', 'Id of the question or the case', nullable)
  id!: string | null;

  @Shown(
    'text',
    'Before this instant: then the day ends on which the answer to an objection is due, which is waited for longer; of all else nobody can do it any more. Null: none is set',
    nullable,
  )
  until!: string | null;
}

class StandingSinceAnswer {
  @Shown('text', 'Position in the log of the event that brought it there')
  position!: string;

  @Shown('text', 'When it was recorded; of the end of its unit, when that took effect, if later')
  at!: string;
}

class ListedFileAnswer implements ListedFile {
  @Shown('text', 'The unit')
  unitId!: string;

  @Shown('text', 'Its name', nullable)
  unitName!: string | null;

  @Shown('integer', 'Assessment year')
  year!: number;

  @Shown('text', 'The block (Khối) that its file was opened in')
  blockId!: string;

  @Shown('text', 'Its name', nullable)
  blockName!: string | null;

  @Shown('text', 'Where the file stands; ended: its unit ended within the year', { enum: fileStates })
  state!: FileState;

  @Shown('text', "Of the results of its block's year", { enum: ['open', 'provisional', 'official'] })
  results!: ListedFile['results'];

  @Shown('text', 'Until when anything of it is submitted, extensions included')
  submitBy!: string;

  @Shown('text', 'Until when anything of it is appraised, extensions included')
  appraiseBy!: string;

  @ShownObject(() => StandingSinceAnswer, 'Since when it stands there, whatever happened to it since')
  since!: StandingSinceAnswer;

  @ShownObject(() => WaitAnswer, 'What it waits for, of whom: several may be waited for at once', { isArray: true })
  waits!: WaitAnswer[];

  @Shown('flag', 'True: a faulty event stopped this file; what stands here is from before it')
  halted!: boolean;
}

class StateCountAnswer {
  @Shown('text', 'Where files stand', { enum: fileStates })
  state!: FileState;

  @Shown('integer', 'How many')
  files!: number;
}

export class FilesAnswer implements ListedFiles {
  @Shown('integer', 'Assessment year')
  year!: number;

  @Shown('integer', 'How many there are, of which `files` are a page')
  total!: number;

  @ShownObject(() => StateCountAnswer, 'How many stand where, of all states and whatever is waited for', {
    isArray: true,
  })
  byState!: StateCountAnswer[];

  @ShownObject(() => ListedFileAnswer, 'In the order of the Vietnamese alphabet', { isArray: true })
  files!: ListedFileAnswer[];

  @Shown(
    'text',
    'Position of the log up to which this is true, or the moment asked about; further pages keep that of the first',
    nullable,
  )
  asOf!: string | null;
}
