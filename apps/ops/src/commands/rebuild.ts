import { NotDone } from '@app/platform';
import { type Comparison, ProjectionCatalogue, RebuildDesk, RebuildsFailed, type Switched } from '@app/read-store';
import type { INestApplicationContext } from '@nestjs/common';
import { Command } from 'commander';
import { withLedger } from '../ledger';
import { jsonOption, print } from '../output';
import { type Build, buildForOther, isRefusal } from './build';
import { comparisonText } from './rebuild-text';

interface Json {
  readonly json?: boolean;
}

/** `par projections rebuild|compare|cut-over|roll-back|cancel|drop`: proving that the tables are right, and changing them over. */
export function rebuildCommands(build: Build): Command[] {
  return [
    rebuildCommand(build),
    oneProjection('compare', 'so sánh bản dựng lại với bản đang dùng; mã thoát 1 khi khác nhau', compare),
    oneProjection('cut-over', 'cho người đọc dùng bản dựng lại; bản cũ được giữ để quay lại', cutOver),
    oneProjection('roll-back', 'cho người đọc dùng lại bản trước', rollBack),
    oneProjection('cancel', 'hủy việc dựng lại và xóa bản đang dựng', cancel),
    oneProjection('drop', 'xóa các bản cũ đã thay; sau đó không quay lại được nữa', drop),
  ];
}

/** What `rebuild` starts for itself. */
export function buildCommand(): Command {
  return new Command('build').argument('<bộ chiếu...>').action((names: string[]) => atDesk(names, buildForOther));
}

function rebuildCommand(build: Build): Command {
  return new Command('rebuild')
    .description('dựng lại từ nhật ký bên cạnh bản đang dùng rồi so sánh; gián đoạn thì chạy lại để làm tiếp')
    .argument('[bộ chiếu...]', 'tên bộ chiếu; không ghi: tất cả')
    .option('--cut-over', 'giống nhau thì cho người đọc dùng bản mới ngay')
    .addOption(jsonOption())
    .action((names: string[], { json, cutOver: andCutOver }: Json & { cutOver?: boolean }) =>
      atDesk(names, async (desk, wanted) => {
        const { done, errors: failed } = await build(desk, wanted);
        const [comparisons, changed, errors]: [Comparison[], string[], unknown[]] = [[], [], [...failed]];
        for (const name of done) {
          try {
            const comparison = await desk.compare(name);
            comparisons.push(comparison);
            if (comparison.same && andCutOver === true) changed.push((await desk.cutOver(name)).projection);
          } catch (error) {
            errors.push(error);
          }
        }
        if (comparisons.length > 0) {
          print(comparisons, json, (all) => comparisonText(all) + (andCutOver ? changedText(changed) : nextText(all)));
        }
        if (comparisons.some(({ same }) => !same)) process.exitCode = 1;
        if (errors.length > 0) throw errors.length === 1 ? errors[0] : new RebuildsFailed(errors, done);
      }),
    );
}

function changedText(changed: readonly string[]): string {
  if (changed.length === 0) return '';
  return `Người đọc đã dùng bản mới: ${changed.join(', ')}. Quay lại: par projections roll-back <bộ chiếu>\n`;
}

function nextText(comparisons: readonly Comparison[]): string {
  if (!comparisons.some(({ same }) => same)) return '';
  return 'Dùng bản mới: par projections cut-over <bộ chiếu>. Xóa bản mới: par projections cancel <bộ chiếu>\n';
}

function oneProjection(
  name: string,
  description: string,
  act: (desk: RebuildDesk, projection: string, json: boolean | undefined) => Promise<void>,
): Command {
  return new Command(name)
    .description(description)
    .argument('<bộ chiếu>', 'tên bộ chiếu')
    .addOption(jsonOption())
    .action((projection: string, { json }: Json) => atDesk([projection], (desk) => act(desk, projection, json)));
}

async function compare(desk: RebuildDesk, projection: string, json: boolean | undefined): Promise<void> {
  const comparison = await desk.compare(projection);
  print(comparison, json, (one) => comparisonText([one]));
  if (!comparison.same) process.exitCode = 1;
}

async function cutOver(desk: RebuildDesk, projection: string, json: boolean | undefined): Promise<void> {
  print(await desk.cutOver(projection), json, switchedText);
}

async function rollBack(desk: RebuildDesk, projection: string, json: boolean | undefined): Promise<void> {
  print(await desk.rollBack(projection), json, switchedText);
}

async function cancel(desk: RebuildDesk, projection: string, json: boolean | undefined): Promise<void> {
  print(
    { projection, cancelled: await desk.cancel(projection) },
    json,
    ({ cancelled }) => `Đã hủy và xóa bản ${cancelled} của ${projection}.\n`,
  );
}

async function drop(desk: RebuildDesk, projection: string, json: boolean | undefined): Promise<void> {
  print({ projection, dropped: await desk.drop(projection) }, json, ({ dropped }) =>
    dropped.length === 0
      ? `${projection} không có bản cũ nào.\n`
      : `Đã xóa bản cũ ${dropped.join(', ')} của ${projection}.\n`,
  );
}

function switchedText({ projection, from, to, position }: Switched): string {
  return `${projection}: người đọc dùng bản ${to} thay bản ${from}, đến vị trí ${position} của nhật ký.\n`;
}

/** What the desk refuses is a sentence for the operator, exit 1. */
function atDesk(
  names: readonly string[],
  work: (desk: RebuildDesk, names: readonly string[]) => Promise<void>,
): Promise<void> {
  return withLedger(async (app) => {
    const wanted = names.length > 0 ? [...new Set(names)] : namesIn(app);
    for (const name of wanted) refuseUnknown(app, name);
    try {
      await work(app.get(RebuildDesk), wanted);
    } catch (error) {
      throw isSentence(error) ? new NotDone(error.message, { cause: error }) : error;
    }
  });
}

function isSentence(error: unknown): error is Error {
  return error instanceof RebuildsFailed ? error.errors.every(isRefusal) : isRefusal(error);
}

function namesIn(app: INestApplicationContext): string[] {
  return app
    .get(ProjectionCatalogue)
    .all()
    .map(({ name }) => name);
}

/** Throws NotDone with the names that there are. */
export function refuseUnknown(app: INestApplicationContext, wanted: string): void {
  const names = namesIn(app);
  if (!names.includes(wanted)) throw new NotDone(`Không có bộ chiếu “${wanted}”. Các bộ chiếu: ${names.join(', ')}.`);
}
