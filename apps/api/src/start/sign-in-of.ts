import { join } from 'node:path';
import { type Config, makeFolder } from '@app/platform';
import { readIssuers } from '../oidc/issuers-file';
import { sessionKeyIn } from '../oidc/session-key';
import type { SignInOptions } from '../oidc/sign-in';

/** Signing in as configured; undefined without identity providers. Throws StartUpRefused. */
export function signInOf({ profile, oidc, dataDir }: Config): SignInOptions | undefined {
  if (oidc === undefined) return undefined;
  const production = profile === 'production';
  const issuers = readIssuers(oidc.issuersFile, production);
  if (oidc.sessionKeyFile === undefined) makeFolder(dataDir);
  const sessionKey = sessionKeyIn(oidc.sessionKeyFile ?? join(dataDir, 'session.key'), production);
  return { issuers, publicUrl: oidc.publicUrl, sessionKey };
}
