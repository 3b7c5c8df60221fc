import { caseNames, endCaveats, openCasesOf, pendingCaveats } from './caveats';
import type { ConsequenceInput, Flag, FlagKind, YearResult } from './consequence-types';
import { disciplineA } from './discipline-a';
import { disciplineB } from './discipline-b';
import type { Finding } from './finding';
import { rewardOf } from './reward';
import { headCaveats, tenuresIn } from './tenures';
import { withoutPoints } from './without-points';
import { isThereAtYearEnd } from './year-end';

/**
 * What may follow from one unit's result of one year: proposals with their derivation, at most one flag of each kind, in a fixed order.
 * Empty when no rule applies, when the block's results do not name the unit, and for a unit that ended within the year or before, whatever
 * once was published of it: nothing is proposed about a unit that is not there (ADR 22). Legal source: each rule's own citation in the
 * ruleset.
 */
export function consequencesOf(input: ConsequenceInput): Flag[] {
  const own = input.block.find(({ unitId, year }) => unitId === input.unitId && year === input.year);
  if (own === undefined || own.state === 'ended' || !isThereAtYearEnd(input.endedOn, input.year)) return [];
  const findings = own.state === 'ranked' ? judged(input, own) : [withoutResult(input, own)];
  return KINDS.flatMap((kind) => {
    const ofKind = findings.filter((finding) => finding.kind === kind);
    return ofKind.length === 0 ? [] : [flagOf(input, kind, ofKind)];
  });
}

const KINDS: readonly FlagKind[] = [
  'reward-candidate',
  'beyond-quota',
  'discipline-a',
  'discipline-b',
  'insufficient-data',
  'needs-human-decision',
];

function judged(input: ConsequenceInput, own: YearResult): Finding[] {
  return [...rewardOf(input, own), ...disciplineA(input, own), ...disciplineB(input, own), ...sharedOrdinalRank(own)];
}

/** Not submitted and not assessed are states of their own: never a zero, and no rule can be answered. */
function withoutResult({ year }: ConsequenceInput, own: YearResult): Finding {
  const because = `Đơn vị ${withoutPoints(own.state) ?? ''} năm ${year}: không có điểm, hạng và xếp loại (không phải là 0 điểm).`;
  const conclusion = 'Chưa đủ dữ liệu để xét khen thưởng và xem xét trách nhiệm.';
  const base = { caveats: [], otherReading: null, eventIds: [own.eventId], sinceYear: year - 1 };
  return { ...base, kind: 'insufficient-data', derivation: [because, conclusion] };
}

/** Under ordinal ranking no rank should be shared: where all declared tie-breakers are level, people decide. */
function sharedOrdinalRank(own: YearResult): Finding[] {
  if (own.scheme !== 'ordinal' || !own.tied) return [];
  const because = `Đồng hạng ${own.rank ?? ''} năm ${own.year} dù đã xét hết các tiêu chí phụ: cần người có thẩm quyền quyết định.`;
  const base = { caveats: [], otherReading: null, eventIds: [own.eventId], sinceYear: own.year };
  return [{ ...base, kind: 'needs-human-decision', derivation: [because] }];
}

function flagOf(input: ConsequenceInput, kind: FlagKind, findings: readonly Finding[]): Flag {
  const { year, blockId, unitId } = input;
  const open = openCasesOf(input);
  const since = Math.min(...findings.map(({ sinceYear }) => sinceYear));
  const tenures = tenuresIn(input.tenures, since, year);
  const heads = headCaveats(tenures, since, year);
  const said = findings.flatMap((finding) => finding.caveats);
  const caveats = [...said, ...heads, ...endCaveats(input), ...pendingCaveats(open)];
  return {
    kind,
    year,
    blockId,
    unitId,
    pending: open.length > 0,
    derivation: distinct(findings.flatMap(({ derivation }) => derivation)),
    caveats: distinct(caveats),
    openCases: caseNames(open),
    otherReading: findings.find(({ otherReading }) => otherReading !== null)?.otherReading ?? null,
    eventIds: distinct([...findings.flatMap(({ eventIds }) => eventIds), ...open.map(({ eventId }) => eventId)]),
    tenures,
  };
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
