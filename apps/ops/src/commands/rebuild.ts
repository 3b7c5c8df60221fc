import { Breather, NotDone } from '@app/platform';
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
    eachProjection(
      'compare',
      'so sánh bản dựng lại với bản đang dùng; mã thoát 1 khi khác nhau',
      compare,
      comparisonText,
    ),
    eachProjection(
      'cut-over',
      'cho người đọc dùng bản dựng lại; bản cũ được giữ để quay lại',
      spaced((desk, name) => desk.cutOver(name)),
      switchedText,
    ),
    eachProjection(
      'roll-back',
      'cho người đọc dùng lại bản trước',
      spaced((desk, name) => desk.rollBack(name)),
      switchedText,
    ),
    eachProjection('cancel', 'hủy việc dựng lại và xóa bản đang dựng', cancel, cancelledText),
    eachProjection('drop', 'xóa các bản cũ đã thay; sau đó không quay lại được nữa', drop, droppedText),
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
        const { answers: comparisons, errors: uncompared } = await each(done, (name) => compare(desk, name));
        const same = comparisons.filter((one) => one.same).map(({ projection }) => projection);
        const cutOver = spaced((_, name) => desk.cutOver(name));
        const { answers, errors } = await each(andCutOver ? same : [], (name) => cutOver(desk, name));
        const changed = answers.map(({ projection }) => projection);
        if (comparisons.length > 0) {
          print(comparisons, json, (all) => comparisonText(all) + (andCutOver ? changedText(changed) : nextText(all)));
        }
        refuseFailed([...failed, ...uncompared, ...errors], done);
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

type Act<Answer> = (desk: RebuildDesk, projection: string) => Promise<Answer>;

/**
 * Readers who come to other tables cost the database some work at once: whatever brings them there waits, after the first time, until the
 * machine has time to spare again, a few seconds at most.
 */
function spaced<Answer>(act: Act<Answer>): Act<Answer> {
  let breather: Breather | undefined;
  return async (desk, projection) => {
    await breather?.untilSpare();
    breather ??= new Breather();
    return act(desk, projection);
  };
}

async function compare(desk: RebuildDesk, projection: string): Promise<Comparison> {
  const comparison = await desk.compare(projection);
  if (!comparison.same) process.exitCode = 1;
  return comparison;
}

/** The same for every projection that is named, in one program; as JSON a list, also of one. */
function eachProjection<Answer>(
  name: string,
  description: string,
  act: Act<Answer>,
  asText: (answers: readonly Answer[]) => string,
): Command {
  return new Command(name)
    .description(description)
    .argument('<bộ chiếu...>', 'tên bộ chiếu')
    .addOption(jsonOption())
    .action((names: string[], { json }: Json) =>
      atDesk(names, async (desk, wanted) => {
        const { answers, errors } = await each(wanted, (projection) => act(desk, projection));
        if (answers.length > 0) print(answers, json, asText);
        refuseFailed(errors);
      }),
    );
}

/** One after the other; one that is refused keeps no other from its turn. */
async function each<Answer>(
  names: readonly string[],
  act: (name: string) => Promise<Answer>,
): Promise<{ readonly answers: readonly Answer[]; readonly errors: readonly unknown[] }> {
  const [answers, errors]: [Answer[], unknown[]] = [[], []];
  for (const name of names) {
    try {
      answers.push(await act(name));
    } catch (error) {
      errors.push(error);
    }
  }
  return { answers, errors };
}

function refuseFailed(errors: readonly unknown[], done: readonly string[] = []): void {
  if (errors.length > 0) throw errors.length === 1 ? errors[0] : new RebuildsFailed(errors, done);
}

function switchedText(switches: readonly Switched[]): string {
  return switches
    .map(
      ({ projection, from, to, position }) =>
        `${projection}: người đọc dùng bản ${to} thay bản ${from}, đến vị trí ${position} của nhật ký.\n`,
    )
    .join('');
}

interface Cancelled {
  readonly projection: string;
  readonly cancelled: number;
}

async function cancel(desk: RebuildDesk, projection: string): Promise<Cancelled> {
  return { projection, cancelled: await desk.cancel(projection) };
}

function cancelledText(all: readonly Cancelled[]): string {
  return all.map(({ projection, cancelled }) => `Đã hủy và xóa bản ${cancelled} của ${projection}.\n`).join('');
}

interface Dropped {
  readonly projection: string;
  readonly dropped: readonly number[];
}

async function drop(desk: RebuildDesk, projection: string): Promise<Dropped> {
  return { projection, dropped: await desk.drop(projection) };
}

function droppedText(all: readonly Dropped[]): string {
  return all
    .map(({ projection, dropped }) =>
      dropped.length === 0
        ? `${projection} không có bản cũ nào.\n`
        : `Đã xóa bản cũ ${dropped.join(', ')} của ${projection}.\n`,
    )
    .join('');
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
