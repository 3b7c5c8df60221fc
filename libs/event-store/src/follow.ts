export interface FollowOptions {
  readonly signal: AbortSignal;
}
export function follow(): never {
  throw new Error('not written yet');
}
