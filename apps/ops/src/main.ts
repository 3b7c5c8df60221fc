import 'reflect-metadata';
import { run } from '@app/platform';
import { parProgram } from './program';

void run(async () => {
  await parProgram().parseAsync();
});
