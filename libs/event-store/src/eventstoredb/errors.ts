import { StoreUnavailable } from '../errors';

/** The address of EventStoreDB cannot be used. `message` is one Vietnamese sentence without any password. */
export class InvalidConnectionString extends Error {}

/** The store answers, but not to this user: wrong credentials, or rights that are missing. */
export class StoreAccessDenied extends StoreUnavailable {}
