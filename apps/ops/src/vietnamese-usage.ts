/** What commander says in English → the same in Vietnamese; `$1`… are the parts it names. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown command '(.*)'$/m, 'Không có lệnh “$1”.'],
  [/^error: unknown option '(.*)'$/m, 'Không có tùy chọn “$1”.'],
  [/^error: required option '(.*)' not specified$/m, 'Thiếu tùy chọn bắt buộc: $1.'],
  [/^error: option '(.*)' cannot be used with option '(.*)'$/m, 'Không dùng $1 cùng với $2.'],
  [/^error: missing required argument '(.*)'$/m, 'Thiếu tham số: <$1>.'],
  [/^error: option '(.*)' argument missing$/m, 'Tùy chọn thiếu giá trị: $1.'],
  [/^error: option '(.*)' argument '(.*)' is invalid\. /m, 'Giá trị “$2” của tùy chọn $1 không hợp lệ. '],
  [
    /^error: command-argument value '(.*)' is invalid for argument '(.*)'\. /m,
    'Giá trị “$1” của tham số <$2> không hợp lệ. ',
  ],
  [
    /^error: too many arguments(?: for '(?:.*)')?\. Expected (\d+) arguments? but got (\d+)\.$/m,
    'Thừa tham số: lệnh nhận $1, đang có $2.',
  ],
  [/^\(Did you mean one of (.*)\?\)$/m, '(Có phải một trong: $1?)'],
  [/^\(Did you mean (.*)\?\)$/m, '(Có phải: $1?)'],
];

/** A usage error in Vietnamese. */
export function vietnameseError(text: string): string {
  return SENTENCES.reduce((said, [english, vietnamese]) => said.replace(english, vietnamese), text);
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng:',
  'Options:': 'Tùy chọn:',
  'Commands:': 'Lệnh:',
  'Arguments:': 'Tham số:',
};

/** How the parts of a help page are written. */
export const vietnameseHelp = {
  styleTitle: (title: string): string => TITLES[title] ?? title,
  styleUsage: placeholders,
  styleSubcommandTerm: placeholders,
};

function placeholders(usage: string): string {
  return usage.replace('[options]', '[tùy chọn]').replace('[command]', '[lệnh]');
}
