import { createHash } from 'node:crypto';
import type { EvidenceReference } from '@app/assessment';
import type { LocalDate } from '@app/kernel';

/** A digest of the name: the demo has no files. */
export function sourceDigest(name: string): string {
  return createHash('sha256').update(name).digest('hex');
}

/** A reference to a document that exists only in the demo. */
export function evidenceOf(key: string, issuedOn: LocalDate): EvidenceReference {
  return {
    sha256: sourceDigest(key),
    name: 'bao-cao-mau.pdf',
    issuer: 'Đơn vị mẫu',
    number: null,
    issuedOn,
  };
}
