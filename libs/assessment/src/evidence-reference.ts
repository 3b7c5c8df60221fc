/** A document that proves a declaration (tài liệu kiểm chứng); the file itself lies elsewhere, under its digest. */
export interface EvidenceReference {
  readonly sha256: string;
  readonly name: string;
  readonly issuer: string | null;
  readonly number: string | null;
  readonly issuedOn: string | null;
}
