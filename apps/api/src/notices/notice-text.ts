import { vietnamDay, vietnamTime } from '@app/kernel';
import type { Notice, ReRanked, Sayings, Standing } from '@app/notices';
import { sentence, spokenPoints } from '@app/scoring';
import { flagLabel, percent } from '@app/terminal';
import type { ProposalNotice } from './proposal-notices';

type Of<Kind extends Notice['kind']> = Extract<Notice, { kind: Kind }>;

/** What a notice says to people, in Vietnamese. */
export function noticeText(notice: Notice): string {
  const write = TEXTS[notice.kind] as (one: Notice) => string;
  return write(notice);
}

const TEXTS: { readonly [Kind in Notice['kind']]: (notice: Of<Kind>) => string } = {
  'file-returned': ({ says, deadline }) =>
    `Hồ sơ được trả lại để bổ sung, nộp lại ${before(deadline)}. ${because(says)}`,
  'explanation-asked': ({ says: { component, question }, deadline }) =>
    `Cần giải trình tiêu chí ${component} ${before(deadline)}: ${sentence(question)}`,
  'extension-granted': ({ says, deadline }) => {
    const part = says.components === null ? '' : `, chỉ kê khai tiêu chí ${says.components.join(', ')}`;
    return `Được gia hạn, nộp hồ sơ ${before(deadline)}${part}. ${because(says)}`;
  },
  'appraisal-closed': ({ says: { round } }) => `Thẩm định hồ sơ đã kết thúc (vòng ${round}).`,
  'council-decided': ({ says }) =>
    `Hội đồng thẩm định (biên bản số ${says.minutes.number} ngày ${vietnamDay(says.minutes.heldOn)}) quyết định ${points(says)}`,
  'points-ruled': ({ says }) => `${by(says)} về kiến nghị, khiếu nại được kết luận là đúng: ${points(says)}`,
  'objection-answered': ({ says }) => {
    const about = says.component === null ? '' : ` tiêu chí ${says.component}`;
    return `${CASES[says.case]} về điểm${about} đã có kết luận: ${OUTCOMES[says.outcome]}. ${because(says)}`;
  },
  'provisional-results': ({ says, deadline }) =>
    `Kết quả tạm thời: ${placeOf(says)}. Kiến nghị được nhận ${before(deadline)}.`,
  'results-published': ({ says }) => `Kết quả được công bố theo ${by(says)}: ${placeOf(says)}.`,
  'results-corrected': ({ says }) =>
    `Kết quả đã công bố được đính chính theo ${by(says)}: ${placeOf(says)}. ${because(says)}`,
  'succession-ruled': ({ year, says }) => {
    const whose = says.predecessorId === null ? 'không đơn vị nào' : `đơn vị “${says.predecessorId}”`;
    const taken = says.takesOver === null ? '' : ` Tiếp nhận: ${sentence(says.takesOver)}`;
    return `Kết quả của ${whose} được coi là năm trước của năm ${year}.${taken} ${because(says)}`;
  },
  're-ranked': reRanked,
};

const CASES: Readonly<Record<Sayings['objection-answered']['case'], string>> = {
  'score-objection': 'Kiến nghị',
  'score-complaint': 'Khiếu nại',
};

const OUTCOMES: Readonly<Record<Sayings['objection-answered']['outcome'], string>> = {
  upheld: 'được chấp nhận',
  rejected: 'không được chấp nhận',
  withdrawn: 'đã rút',
};

const UNRANKED: Readonly<Record<Exclude<Standing['state'], 'ranked'>, string>> = {
  'not-submitted': 'không xếp hạng, vì chưa nộp hồ sơ',
  'not-resubmitted': 'không xếp hạng, vì chưa nộp lại hồ sơ được trả để bổ sung',
  'not-assessed': 'không xếp hạng, vì không được đánh giá',
  ended: 'không xếp hạng, vì đã kết thúc trong năm',
  'not-listed': 'không còn trong kết quả',
};

function placeOf({ state, rank, n, indexDisplayed, className }: Standing): string {
  if (state !== 'ranked') return UNRANKED[state];
  return `hạng ${rank}/${n}, chỉ số ${percent(indexDisplayed ?? '')}, xếp loại ${className}`;
}

/** The own old and new place only: whose figures moved it is not for the unit to read here. */
function reRanked({ before: was, says: is }: ReRanked): string {
  const ranks = `Hạng trong Khối trước đó là ${rankOf(was)}, nay là ${rankOf(is)}`;
  const classes = was.className === is.className ? '' : `; xếp loại trước đó là ${classOf(was)}, nay là ${classOf(is)}`;
  const figures = was.index === is.index ? 'không đổi' : 'thay đổi';
  return `${ranks}${classes}. Chỉ số của đơn vị ${figures}.`;
}

function rankOf({ rank, n }: Standing): string {
  return rank === null ? 'không xếp hạng' : `${rank}/${n}`;
}

function classOf({ className }: Standing): string {
  return className ?? 'không xếp loại';
}

function points({ component, from, to, reason }: Sayings['council-decided' | 'points-ruled']): string {
  const change = from === to ? `giữ nguyên ${spokenPoints(to)}` : `${spokenPoints(to)}, trước đó ${spokenPoints(from)}`;
  return `tiêu chí ${component}: ${change}. ${because({ reason })}`;
}

function by({ decision: { number, signedOn } }: Sayings['points-ruled' | 'results-published']): string {
  return `Quyết định ${number} ngày ${vietnamDay(signedOn)}`;
}

function before(deadline: string | null): string {
  return deadline === null ? '' : `trước ${vietnamTime(deadline)}`;
}

function because({ reason }: { readonly reason: string }): string {
  return `Lý do: ${sentence(reason)}`;
}

/** What a turn in a proposal says to people: the proposal, and that it is one. */
export function proposalText({ kind, proposal, pending }: ProposalNotice): string {
  const label = flagLabel({ kind: proposal, pending: pending && kind !== 'proposal-withdrawn' });
  const about = 'Xét khen thưởng, xem xét trách nhiệm';
  if (kind === 'proposal-withdrawn') return `${about}: không còn “${label}”.`;
  const turn = kind === 'proposal-raised' ? '' : ', có thay đổi';
  return `${about}${turn}: ${label}. Đây là đề xuất; cấp có thẩm quyền quyết định.`;
}
