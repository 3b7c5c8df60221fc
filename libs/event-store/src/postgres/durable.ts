/**
 * What the log answers as stored is on the server's disk, whatever the login, the database or the address says of `synchronous_commit`: the
 * level that waits for no disk is raised for the session. Every other one waits for it, and how far it also waits for standby servers is
 * for the server's administrator to say.
 */
export const DURABLE = `SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'`;
