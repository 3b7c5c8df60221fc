import { Command } from 'commander';
import { demoCommand } from './commands/demo';
import { flagsCommand } from './commands/flags';
import { projectionsCommand } from './commands/projections';
import { rankingCommand } from './commands/ranking';
import { rulesCommand } from './commands/rules';
import { scoreCommand } from './commands/score';

/** Exit code for words that the command line does not know. */
const USAGE = 2;

/** The command line `par`. */
export function parProgram(): Command {
  const program = new Command('par')
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
    projectionsCommand(),
    demoCommand(),
  ]) {
    program.addCommand(command);
  }
  everyCommand(program, (command) =>
    command
      .helpOption('-h, --help', 'cách dùng')
      .configureHelp({ styleTitle: vietnameseTitle })
      .showHelpAfterError('(thêm --help để xem cách dùng)')
      .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : USAGE)),
  );
  return program.helpCommand(false);
}

function everyCommand(command: Command, change: (command: Command) => void): void {
  change(command);
  command.commands.forEach((child) => everyCommand(child, change));
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng:',
  'Options:': 'Tuỳ chọn:',
  'Commands:': 'Lệnh:',
  'Arguments:': 'Tham số:',
};

function vietnameseTitle(title: string): string {
  return TITLES[title] ?? title;
}
