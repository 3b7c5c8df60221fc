export interface LogIdentity {
  readonly logId: string;
}
export function ensureLogIdentity(): never {
  throw new Error('not written yet');
}
export function readLogIdentity(): never {
  throw new Error('not written yet');
}
