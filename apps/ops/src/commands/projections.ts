import { catchUp, NotDone } from '@app/platform';
import {
  ProjectionHealth,
  type ProjectionStatus,
  type QuarantinedPartition,
  QuarantineDesk,
  type ReadStoreHealth,
  type RetryResult,
} from '@app/read-store';
import { textTable } from '@app/terminal';
import { Command } from 'commander';
import { withLedger } from '../ledger';
import { jsonOption, print } from '../output';
import type { Build } from './build';
import { buildCommand, rebuildCommands, refuseUnknown } from './rebuild';
import { rebuildLine } from './rebuild-text';

/** `par projections …`: how far the read models are, what stands still, and rebuilding them beside the live ones. */
export function projectionsCommand(build: Build): Command {
  const command = new Command('projections')
    .description('số liệu đọc: độ trễ, phần tạm dừng, dựng lại')
    .addCommand(statusCommand())
    .addCommand(catchUpCommand())
    .addCommand(retryCommand());
  for (const one of rebuildCommands(build)) command.addCommand(one);
  return command.addCommand(buildCommand(), { hidden: true });
}

function statusCommand(): Command {
  return new Command('status')
    .description('từng bộ chiếu đã đến đâu so với nhật ký; mã thoát 1 khi có phần đang tạm dừng')
    .addOption(jsonOption())
    .action(({ json }: { json?: boolean }) =>
      withLedger(async (app) => {
        const health = await app.get(ProjectionHealth).check();
        print(health, json, healthText);
        if (health.quarantine.length > 0) process.exitCode = 1;
      }),
    );
}

function catchUpCommand(): Command {
  return new Command('catch-up')
    .description('cập nhật số liệu đọc đến hết nhật ký')
    .addOption(jsonOption())
    .action(({ json }: { json?: boolean }) =>
      withLedger(async (app) => {
        await catchUp(app);
        print(await app.get(ProjectionHealth).check(), json, healthText);
      }),
    );
}

/** So many partitions are named in one line. */
const MOST_NAMED = 10;

function retryCommand(): Command {
  return new Command('retry')
    .description('áp dụng lại, đúng thứ tự, các sự việc của phần đang tạm dừng')
    .argument('<bộ chiếu>', 'tên bộ chiếu')
    .option('--partition <phần>', 'chỉ một phần')
    .addOption(jsonOption())
    .action((projection: string, { partition, json }: { partition?: string; json?: boolean }) =>
      withLedger(async (app) => {
        refuseUnknown(app, projection);
        const desk = app.get(QuarantineDesk);
        const results = await desk.retry(projection, partition);
        if (partition !== undefined && results.length === 0) throw notHeld(projection, partition, await desk.list());
        print(results, json, retryText);
        if (results.some(({ waiting }) => waiting > 0)) process.exitCode = 1;
      }),
    );
}

/** Names the partitions that are held, as far as a line holds them. */
function notHeld(projection: string, wanted: string, quarantine: readonly QuarantinedPartition[]): NotDone {
  const held = quarantine.filter((one) => one.projection === projection);
  const names = [...new Set(held.map(({ partition }) => partition))];
  const more = names.length > MOST_NAMED ? ` và ${names.length - MOST_NAMED} phần khác` : '';
  const hint = names.length > 0 ? ` Đang tạm dừng: ${names.slice(0, MOST_NAMED).join(', ')}${more}.` : '';
  return new NotDone(`Phần “${wanted}” của bộ chiếu “${projection}” không tạm dừng.${hint}`);
}

function healthText({ projections, quarantine, rebuilds }: ReadStoreHealth): string {
  const rows = projections.map((one) => [
    one.projection,
    `v${one.version}`,
    one.position ?? '—',
    one.head ?? '—',
    one.lagEvents === null ? '—' : String(one.lagEvents),
    one.oldestUnprocessedSeconds.toFixed(1).replace('.', ','),
    String(one.quarantined),
  ]);
  const table = textTable(
    [
      { heading: 'Bộ chiếu' },
      { heading: 'Phiên bản' },
      { heading: 'Vị trí', align: 'right' },
      { heading: 'Cuối nhật ký', align: 'right' },
      { heading: 'Trễ (sự việc)', align: 'right' },
      { heading: 'Trễ (giây)', align: 'right' },
      { heading: 'Phần tạm dừng', align: 'right' },
    ],
    rows,
  );
  const held = quarantine.map(
    ({ projection, partition, eventType, position, error, waiting }) =>
      `✗ ${projection}: phần “${partition}” dừng ở sự việc ${eventType} (vị trí ${position}), ${waiting} sự việc đang chờ: ${error}\n`,
  );
  const next = held.length > 0 ? 'Sửa nguyên nhân rồi chạy: par projections retry <bộ chiếu>\n' : '';
  return table + projections.map(partsText).join('') + rebuilds.map(rebuildLine).join('') + held.join('') + next;
}

/** Nothing where it is undivided. */
function partsText({ projection, parts }: ProjectionStatus): string {
  const count = parts.filter(({ part }) => part !== 'stage').length;
  return parts
    .map(({ part, position, oldestUnprocessedSeconds, runner }) => {
      const name = part === 'stage' ? 'bước tính chung' : `nhánh ${part + 1}/${count}`;
      const late = oldestUnprocessedSeconds.toFixed(1).replace('.', ',');
      return `· ${projection}, ${name}: vị trí ${position ?? '—'}, trễ ${late} giây, ${runner ?? 'chưa ai chạy'}\n`;
    })
    .join('');
}

function retryText(results: readonly RetryResult[]): string {
  if (results.length === 0) return 'Không có phần nào đang tạm dừng.\n';
  return results
    .map(
      ({ partition, generation, applied, waiting }) =>
        `${partition} (bản ${generation}): đã áp dụng ${applied}, còn chờ ${waiting}\n`,
    )
    .join('');
}
