import { EdgeRefusal } from '../http/edge-refusal';
import { IdentityProvider } from './identity-provider';
import type { Issuer } from './issuers-file';
import { Sealed } from './sealed';
import { Sessions } from './sessions';

/** What signing in needs; without issuers there is none, and tokens of the accounts file are the only way in. */
export interface SignInOptions {
  readonly issuers: readonly Issuer[];
  /** Where browsers find the API, without a slash at the end. */
  readonly publicUrl: string;
  /** 32 bytes that seal sessions; the same in every process. */
  readonly sessionKey: Uint8Array;
}

const nobody: SignInOptions = { issuers: [], publicUrl: '', sessionKey: new Uint8Array(0) };

/** Signing in by identity providers. Also the Nest token. */
export class SignIn {
  readonly sessions: Sessions;
  private readonly providers: ReadonlyMap<string, IdentityProvider>;

  constructor(private readonly options: SignInOptions = nobody) {
    const { issuers, publicUrl, sessionKey } = options;
    const callback = `${publicUrl}/auth/callback`;
    this.providers = new Map(issuers.map((issuer) => [issuer.name, new IdentityProvider(issuer, callback)]));
    this.sessions = new Sessions(new Sealed(sessionKey), publicUrl.startsWith('https://'));
  }

  get issuers(): readonly string[] {
    return [...this.providers.keys()];
  }

  /** Where people land after signing out. */
  get home(): string {
    return `${this.options.publicUrl}/`;
  }

  /** Throws EdgeRefusal (404). */
  provider(name: string): IdentityProvider {
    const provider = this.providers.get(name);
    if (!provider) throw new EdgeRefusal('http.not-found', 'Không có nơi cấp danh tính này.');
    return provider;
  }

  /** The provider that a JSON Web Token says it is from; undefined when it is none of ours. */
  async providerOf(token: string): Promise<IdentityProvider | undefined> {
    const jose = await import('jose');
    try {
      const { iss } = jose.decodeJwt(token);
      return [...this.providers.values()].find(({ issuer }) => issuer.issuer === iss);
    } catch {
      return undefined;
    }
  }
}
