/** Whether this run is `npm run test:stress`; every other run takes the short form of each suite. */
export const full = process.env.PAR_STRESS === 'full';

/** A number of rounds, kills or milliseconds: small in the short form, as promised in the full one. */
export const sized = (short: number, whole: number): number => (full ? whole : short);
