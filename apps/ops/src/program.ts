import { Command } from 'commander';
import { type Build, buildApart } from './commands/build';
import { demoCommand } from './commands/demo';
import { flagsCommand } from './commands/flags';
import { generateCommand } from './commands/generate';
import { projectionsCommand } from './commands/projections';
import { rankingCommand } from './commands/ranking';
import { rulesCommand } from './commands/rules';
import { scoreCommand } from './commands/score';
import { simCommand } from './commands/sim';
import { programVersion } from './program-version';
import { vietnameseError, vietnameseHelp } from './vietnamese-usage';

/** Exit code for words that the command line does not know. */
const USAGE = 2;

/** The command line `par`; `build`: how it makes tables anew. */
export function parProgram(build: Build = buildApart): Command {
  const program = new Command('par')
    .version(programVersion(), '-V, --version', 'phiên bản')
    .description('Chỉ số cải cách hành chính từ nhật ký sự việc: xem xếp hạng, đề xuất, điểm; kiểm tra bộ tiêu chí')
    .addHelpText(
      'after',
      '\nMọi lệnh đều có --help và --json. Mã thoát: 0 xong · 1 không xong · 2 sai cú pháp · 78 sai cấu hình.',
    );
  for (const command of [
    rankingCommand(),
    flagsCommand(),
    scoreCommand(),
    rulesCommand(),
    projectionsCommand(build),
    demoCommand(),
    generateCommand(),
    simCommand(),
  ]) {
    program.addCommand(command);
  }
  everyCommand(program, inVietnamese);
  return program;
}

function everyCommand(command: Command, change: (command: Command) => void): void {
  change(command);
  command.commands.forEach((child) => everyCommand(child, change));
}

function inVietnamese(command: Command): void {
  if (command.commands.length > 0) command.helpCommand('help [lệnh]', 'cách dùng của một lệnh');
  command
    .helpOption('-h, --help', 'cách dùng')
    .configureHelp(vietnameseHelp)
    .configureOutput({ outputError: (text, write) => write(vietnameseError(text)) })
    .showHelpAfterError('(thêm --help để xem cách dùng)')
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : USAGE));
}
