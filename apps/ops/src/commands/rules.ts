import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import {
  InvalidRuleset,
  type LintFinding,
  lintRuleset,
  parseRuleset,
  type Ruleset,
  sampleRulesets,
} from '@app/ruleset';
import { Command } from 'commander';
import { jsonOption, print } from '../output';

interface LintReport {
  readonly file: string | null;
  readonly id: string | null;
  readonly version: number | null;
  readonly sample: boolean | null;
  readonly components: number;
  readonly examples: number;
  readonly findings: readonly Pick<LintFinding, 'path' | 'message'>[];
}

/** `par rules lint`: citations, sums, bands, classes, and every worked example. */
export function rulesCommand(): Command {
  const lint = new Command('lint')
    .description('kiểm tra bộ tiêu chí: dẫn chiếu, tổng điểm, khoảng điểm, ví dụ tính mẫu (mặc định: các bộ đi kèm)')
    .argument('[tệp...]', 'tệp JSON của bộ tiêu chí')
    .addOption(jsonOption())
    .action((files: string[], options: { json?: boolean }) => {
      const reports =
        files.length > 0 ? files.map(lintFile) : sampleRulesets().map((ruleset) => reportOf(ruleset, null));
      print(reports, options.json, asText);
      if (reports.some(({ findings }) => findings.length > 0)) process.exitCode = 1;
    });
  return new Command('rules').description('bộ tiêu chí').addCommand(lint);
}

function lintFile(path: string): LintReport {
  try {
    return reportOf(parseRuleset(readFileSync(path, 'utf8'), basename(path)), path);
  } catch (error) {
    const findings = error instanceof InvalidRuleset ? error.problems : [{ path: '', message: unreadable(error) }];
    return { file: path, id: null, version: null, sample: null, components: 0, examples: 0, findings };
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'không có tệp này',
  EISDIR: 'đây là thư mục, không phải tệp',
  EACCES: 'không được phép đọc',
};

function unreadable(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return `không đọc được tệp: ${REASONS[code] ?? message}`;
}

function reportOf(ruleset: Ruleset, file: string | null): LintReport {
  const { id, version, sample } = ruleset;
  const components = ruleset.fields.flatMap(({ criteria }) => criteria.flatMap((criterion) => criterion.components));
  const examples = components.reduce((sum, component) => sum + component.examples.length, 0);
  return { file, id, version, sample, components: components.length, examples, findings: lintRuleset(ruleset) };
}

function asText(reports: readonly LintReport[]): string {
  const lines = reports.flatMap((report) => [
    `${report.findings.length === 0 ? '✓' : '✗'} ${titleOf(report)}: ${report.components} tiêu chí thành phần, ` +
      `${report.examples} ví dụ tính, ${report.findings.length} lỗi`,
    ...report.findings.map(({ path, message }) => `    ${path || '/'}: ${message}`),
  ]);
  return `${lines.join('\n')}\n`;
}

function titleOf({ id, version, sample, file }: LintReport): string {
  const name = id === null ? file : `${id} v${version}${sample ? ' (mẫu)' : ''}`;
  return file !== null && id !== null ? `${name} — ${file}` : String(name);
}
