import { checkedDate, checkedSha256, checkedText, type LocalDate } from '@app/kernel';
import type { Component } from '@app/ruleset';
import type { EvidenceReference } from './assessment.events';
import {
  EvidenceIsEmpty,
  EvidenceIsMissing,
  EvidenceIsNotIssued,
  EvidenceIsRepeated,
  EvidenceIsTooLate,
} from './evidence.errors';

/** SHA-256 of no bytes at all. */
const NO_BYTES = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/**
 * References to evidence (tài liệu kiểm chứng) for a declaration about `year`: every text in NFC, no empty file, none twice, none issued
 * after 31/12 of the year or after `today`. Where the component demands evidence and there is none, an explanation is mandatory.
 */
export function checkedEvidence(
  component: Component,
  year: number,
  evidence: readonly EvidenceReference[],
  explanation: string | null,
  today: LocalDate,
): { evidence: readonly EvidenceReference[]; explanation: string | null } {
  if (component.evidence === 'required' && evidence.length === 0 && explanation === null)
    throw new EvidenceIsMissing(component.code);
  const checked = evidence.map((reference) => checkedReference(reference, year, today));
  checked.forEach(({ sha256, name }, place) => {
    if (checked.findIndex((other) => other.sha256 === sha256) < place) throw new EvidenceIsRepeated(name);
  });
  return { evidence: checked, explanation: explanation === null ? null : checkedText('Giải trình', explanation) };
}

function checkedReference(
  { sha256, name, issuer, number, issuedOn }: EvidenceReference,
  year: number,
  today: LocalDate,
): EvidenceReference {
  const reference = {
    sha256: checkedSha256('Mã băm của tệp', sha256),
    name: checkedText('Tên tệp', name, 255),
    issuer: issuer === null ? null : checkedText('Cơ quan ban hành', issuer, 300),
    number: number === null ? null : checkedText('Số, ký hiệu', number, 100),
    issuedOn: issuedOn === null ? null : checkedDate('Ngày ban hành', issuedOn),
  };
  if (sha256 === NO_BYTES) throw new EvidenceIsEmpty(reference.name);
  if (reference.issuedOn !== null && reference.issuedOn > `${year}-12-31`)
    throw new EvidenceIsTooLate(reference.name, reference.issuedOn, year);
  if (reference.issuedOn !== null && reference.issuedOn > today)
    throw new EvidenceIsNotIssued(reference.name, reference.issuedOn, today);
  return reference;
}
