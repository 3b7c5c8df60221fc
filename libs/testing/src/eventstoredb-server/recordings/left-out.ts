/** Recorded cases that the protocol server does not answer as the real one did, each with the reason. */
export const leftOut: Readonly<Record<string, string>> = {};
