import { type BulkAppend, importEvents } from '@app/event-store';
import {
  countEvents,
  eventsInLog,
  nationAppends,
  type NationPlan,
  nationPlan,
  planOfAbout,
  wholeNation,
} from '@app/nation';
import { type Config, NotDone, openLedger, type OpenLedger, readConfig, StartUpRefused } from '@app/platform';
import { decimalComma, startProgress } from '@app/terminal';
import { Command, Option } from 'commander';
import { wholeNumber } from '../arguments';
import { jsonOption, print } from '../output';

/** Any other number would do. */
const SEED = 34;

interface GenerateOptions {
  readonly seed?: number;
  readonly provinces?: number;
  readonly communes?: number;
  readonly years?: number;
  readonly events?: number;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** What was, or would be, written. */
interface Generated {
  readonly plan: NationPlan;
  /** Events of the whole plan. */
  readonly events: number;
  /** Of these, how many this run wrote; null where it was only asked what would be. */
  readonly written: number | null;
  readonly seconds: number | null;
}

/** `par generate`: fills an empty log with the made-up nation of a plan; cut off, it is run again and goes on. */
export function generateCommand(): Command {
  const { provinces, communes, years } = wholeNation;
  return new Command('generate')
    .description('nạp nhật ký mẫu cỡ lớn vào nhật ký trống để đo tải (bị ngắt thì chạy lại: làm tiếp)')
    .option('--seed <số>', `hạt giống: cùng số thì cùng dữ liệu (mặc định ${SEED})`, wholeNumber(0, 2 ** 31 - 1))
    .option('--provinces <số>', `số tỉnh (mặc định ${provinces})`, wholeNumber(1, provinces))
    .option('--communes <số>', 'số xã của mọi tỉnh cộng lại (mặc định theo số tỉnh)', wholeNumber(1, communes))
    .option('--years <số>', `số năm đánh giá (mặc định ${years})`, wholeNumber(1, years))
    .addOption(
      new Option('--events <số>', 'cỡ gần với số sự việc này, thay cho ba tùy chọn trên')
        .argParser(wholeNumber(1, 25_000_000))
        .conflicts(['provinces', 'communes', 'years']),
    )
    .option('--yes', 'ghi thật; không có thì chỉ cho biết sẽ ghi gì')
    .addOption(jsonOption())
    .action(generate);
}

async function generate({ yes, json, ...options }: GenerateOptions): Promise<void> {
  const config = readConfig(process.env);
  refuse(config);
  const plan = planOf(options);
  const events = countEvents(plan);
  if (yes !== true) return print({ plan, events, written: null, seconds: null }, json, preview);
  const ledger = await openLedger(config);
  try {
    print(await fill(ledger, plan, events), json, summary);
  } finally {
    await ledger.close();
  }
}

function refuse({ profile, eventStoreUrl }: Config): void {
  if (profile === 'production')
    throw new StartUpRefused('PAR_PROFILE=production không nạp dữ liệu mẫu; hãy dùng PAR_PROFILE=demo.');
  if (eventStoreUrl !== undefined)
    throw new NotDone('par generate chỉ ghi vào nhật ký PostgreSQL; hãy bỏ EVENTSTORE_URL và dùng một nhật ký trống.');
}

function planOf({ seed = SEED, provinces, communes, years, events }: GenerateOptions): NationPlan {
  if (events !== undefined) return planOfAbout(events, seed);
  if (communes !== undefined && communes < (provinces ?? wholeNation.provinces))
    throw new NotDone('Mỗi tỉnh cần ít nhất một xã: hãy tăng --communes hoặc giảm --provinces.');
  const given = { ...(provinces && { provinces }), ...(communes && { communes }), ...(years && { years }) };
  return nationPlan({ seed, ...given });
}

/** Writes what the log does not hold yet. */
async function fill({ store, ownerUrl }: OpenLedger, plan: NationPlan, events: number): Promise<Generated> {
  const present = await eventsInLog(store, plan);
  if (present === undefined)
    throw new StartUpRefused(
      'Nhật ký này đã có dữ liệu khác, hoặc của một kế hoạch khác: hãy dùng DATA_DIR hoặc DATABASE_URL khác.',
    );
  const bar = startProgress('Nạp nhật ký mẫu', events, 'sự việc', process.stderr);
  const begun = performance.now();
  try {
    const appends = appendsAfter(plan, present);
    const onProgress = (imported: { readonly events: number }) => bar.to(present + imported.events);
    bar.to(present);
    const { events: written } = await importEvents({ url: ownerUrl }, appends, onProgress).catch(explained);
    return { plan, events, written, seconds: (performance.now() - begun) / 1_000 };
  } finally {
    bar.end();
  }
}

async function* appendsAfter(plan: NationPlan, present: number): AsyncGenerator<BulkAppend, void, undefined> {
  let number = 0;
  for (const append of nationAppends(plan)) {
    number += 1;
    if (number > present) yield append;
    // What is passed over keeps nobody waiting, but a signal must get through.
    else if (number % 10_000 === 0) await new Promise(setImmediate);
  }
}

function explained(error: unknown): never {
  if ((error as { code?: unknown }).code !== '42501') throw error;
  throw new NotDone('Cần DATABASE_OWNER_URL của chủ cơ sở dữ liệu: nạp hàng loạt không đi qua quyền của ứng dụng.', {
    cause: error,
  });
}

function preview({ plan, events }: Generated): string {
  return `Sẽ ghi ${sizeOf(plan, events)}. Thêm --yes để ghi vào nhật ký trống.\n`;
}

function summary({ plan, events, written, seconds }: Generated): string {
  const speed = written && seconds ? `, ${grouped(Math.round(written / seconds))} sự việc/giây` : '';
  const done = written === 0 ? 'Đã có đủ' : `Đã ghi ${grouped(written ?? 0)} sự việc${speed}; nhật ký có`;
  return `${done} ${sizeOf(plan, events)}.\nCập nhật số liệu đọc: par projections catch-up\n`;
}

function sizeOf({ provinces, communes, departments, years, seed }: NationPlan, events: number): string {
  const units = `${grouped(communes)} xã và ${grouped(provinces * departments)} sở`;
  return `${grouped(events)} sự việc mẫu: ${provinces} tỉnh, ${units}, ${years} năm, hạt giống ${seed}`;
}

function grouped(number: number): string {
  return decimalComma(String(number));
}
