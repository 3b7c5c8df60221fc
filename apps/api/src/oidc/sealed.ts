import type { JWTPayload } from 'jose';

/** Seals what a browser keeps for us: encrypted and signed with one key, so that it can be neither read nor changed, and survives a restart. */
export class Sealed {
  constructor(private readonly key: Uint8Array) {}

  /** `purpose` keeps one kind of seal from being taken for another. */
  async seal(purpose: string, content: Readonly<Record<string, string>>, seconds: number): Promise<string> {
    const jose = await import('jose');
    return new jose.EncryptJWT(content)
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setAudience(purpose)
      .setIssuedAt()
      .setExpirationTime(`${seconds}s`)
      .encrypt(this.key);
  }

  /** The content; undefined when it is not ours, of another purpose, or too old. */
  async open(purpose: string, sealed: string): Promise<(JWTPayload & Record<string, unknown>) | undefined> {
    const jose = await import('jose');
    const options = {
      audience: purpose,
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
      requiredClaims: ['exp'],
    };
    const opened = await jose.jwtDecrypt(sealed, this.key, options).catch(() => undefined);
    return opened?.payload;
  }
}
