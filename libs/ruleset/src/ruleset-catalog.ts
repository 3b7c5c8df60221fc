import { createHash } from 'node:crypto';
import type { LocalDate } from '@app/kernel';
import { canonicalJson } from './canonical-json';
import type { Ruleset, RulesetRef } from './ruleset';
import { DuplicateRuleset, UnknownRuleset } from './ruleset.errors';

/** The name of exactly this ruleset: id, version and SHA-256 of its canonical JSON (hex), independent of a file's layout. */
export function rulesetRef(ruleset: Ruleset): RulesetRef {
  const known = refs.get(ruleset);
  if (known) return known;
  const sha256 = createHash('sha256').update(canonicalJson(ruleset), 'utf8').digest('hex');
  const ref = Object.freeze({ id: ruleset.id, version: ruleset.version, sha256 });
  if (Object.isFrozen(ruleset)) refs.set(ruleset, ref);
  return ref;
}

/** Of parsed rulesets, which are frozen through and through: the digest of one costs more than ten commands. */
const refs = new WeakMap<Ruleset, RulesetRef>();

/** Every ruleset the program holds, each frozen under its id and version. Also the Nest token. */
export class RulesetCatalog {
  private readonly rulesets: readonly Ruleset[];

  /** Throws DuplicateRuleset when two rulesets claim one id and version. */
  constructor(rulesets: readonly Ruleset[]) {
    const seen = new Set<string>();
    for (const { id, version } of rulesets) {
      if (seen.has(nameOf(id, version)))
        throw new DuplicateRuleset(`Có hai bộ tiêu chí cùng tên ${nameOf(id, version)}.`, { id, version });
      seen.add(nameOf(id, version));
    }
    this.rulesets = [...rulesets].sort(byIdAndVersion);
  }

  /** The ruleset of a reference, its digest verified. Throws UnknownRuleset. */
  get(ref: RulesetRef): Ruleset {
    const ruleset = this.rulesets.find(({ id, version }) => id === ref.id && version === ref.version);
    if (!ruleset)
      throw unknown(ref, `Không có bộ tiêu chí ${nameOf(ref.id, ref.version)}. Hãy nạp tệp của phiên bản này.`);
    const held = rulesetRef(ruleset);
    if (held.sha256 === ref.sha256) return ruleset;
    throw unknown(ref, changed(held, ref));
  }

  /** The newest version of an id. Throws UnknownRuleset. */
  latest(id: string): Ruleset {
    return this.newest(id, () => true, `Không có bộ tiêu chí ${id}.`);
  }

  /** The newest version of an id that is in force on a day. Throws UnknownRuleset. */
  inForce(id: string, on: LocalDate): Ruleset {
    const inForce = ({ effectiveFrom }: Ruleset) => effectiveFrom <= on;
    return this.newest(id, inForce, `Không có phiên bản nào của bộ tiêu chí ${id} có hiệu lực vào ngày ${on}.`);
  }

  /** Every ruleset that is in force on some day from one to another (null: without end): of each id the one of the first day, and what follows it. */
  inForceBetween(from: LocalDate, until: LocalDate | null): readonly Ruleset[] {
    const isFollowed = ({ id, version }: Ruleset) =>
      this.rulesets.some((other) => other.id === id && other.version > version && other.effectiveFrom <= from);
    return this.rulesets.filter(
      (ruleset) => (until === null || ruleset.effectiveFrom <= until) && !isFollowed(ruleset),
    );
  }

  /** Every ruleset, by id, then version. */
  all(): readonly Ruleset[] {
    return this.rulesets;
  }

  private newest(id: string, accepts: (ruleset: Ruleset) => boolean, problem: string): Ruleset {
    const newest = this.rulesets.findLast((ruleset) => ruleset.id === id && accepts(ruleset));
    if (!newest) throw new UnknownRuleset(problem, { id });
    return newest;
  }
}

function nameOf(id: string, version: number): string {
  return `${id} phiên bản ${version}`;
}

function byIdAndVersion(a: Ruleset, b: Ruleset): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return a.version - b.version;
}

function unknown({ id, version, sha256 }: RulesetRef, problem: string): UnknownRuleset {
  return new UnknownRuleset(problem, { id, version, sha256 });
}

function changed(held: RulesetRef, wanted: RulesetRef): string {
  const digests = `cần bản có mã băm ${wanted.sha256}, đang có ${held.sha256}`;
  return `Nội dung bộ tiêu chí ${nameOf(held.id, held.version)} đã bị thay đổi: ${digests}. Hãy nạp lại đúng tệp đã ban hành.`;
}
