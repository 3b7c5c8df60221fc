import { readFileSync, statSync } from 'node:fs';
import { StartUpRefused } from '@app/postgres';
import { z } from 'zod';

const issuerSchema = z.strictObject({
  /** Short name, in the address of signing in. */
  name: z.string().regex(/^[a-z0-9][a-z0-9_]{0,31}$/),
  issuer: z.url({ protocol: /^https?$/ }),
  clientId: z.string().min(1),
  clientSecretFile: z.string().min(1),
  /** The claim that names the account, of ID and access tokens. */
  accountClaim: z.string().min(1).default('sub'),
  /** Written before the claim, so that accounts of two issuers are never one. */
  accountPrefix: z
    .string()
    .regex(/^([A-Za-z0-9][A-Za-z0-9._@-]{0,20})?$/)
    .default(''),
  /** Access tokens for this audience are accepted from programs; null: none are. Never the client's own id, or ID tokens would be. */
  audience: z.string().min(1).nullable().default(null),
  /** For so many minutes after authenticating somebody signs off and publishes; then the provider asks them again. */
  stepUpMinutes: z.int().min(1).max(480).default(10),
  /** The authentication context class (`acr`) that signing off and publishing need; null: any. */
  stepUpAcr: z.string().min(1).max(200).nullable().default(null),
});
const issuersSchema = z.array(issuerSchema).min(1).max(20);

/** One identity provider whose word is taken for who somebody is. */
export type Issuer = Omit<z.infer<typeof issuerSchema>, 'clientSecretFile'> & { readonly clientSecret: string };

/** The identity providers of a file (a JSON list). In production only https, and secrets that others cannot read. Throws StartUpRefused. */
export function readIssuers(path: string, production: boolean): Issuer[] {
  const entries = parse(path);
  refuseAmbiguity(path, entries);
  return entries.map(({ clientSecretFile, ...issuer }) => {
    if (production && !issuer.issuer.startsWith('https://')) {
      throw new StartUpRefused(`OIDC_ISSUERS_FILE ${path}: "${issuer.name}" phải dùng https trong chế độ production.`);
    }
    if (issuer.audience === issuer.clientId) {
      throw new StartUpRefused(`OIDC_ISSUERS_FILE ${path}: audience của "${issuer.name}" phải khác clientId.`);
    }
    return { ...issuer, clientSecret: readSecret(clientSecretFile, production) };
  });
}

/** The trimmed content of a file that nobody else may read. Throws StartUpRefused. */
export function readSecret(path: string, production: boolean): string {
  try {
    if (production && (statSync(path).mode & 0o077) !== 0) {
      throw new StartUpRefused(`Tệp bí mật ${path} đang mở cho người khác đọc: hãy đặt quyền 600 (chmod 600).`);
    }
    return readFileSync(path, 'utf8').trim();
  } catch (cause) {
    if (cause instanceof StartUpRefused) throw cause;
    throw new StartUpRefused(`Không đọc được tệp bí mật ${path}: hãy kiểm tra đường dẫn và quyền đọc.`, { cause });
  }
}

function parse(path: string): z.infer<typeof issuersSchema> {
  try {
    return issuersSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    const where = cause instanceof z.ZodError ? ` (tại ${cause.issues[0]?.path.join('.') || 'gốc'})` : '';
    throw new StartUpRefused(
      `OIDC_ISSUERS_FILE ${path} không đọc được hoặc sai khuôn dạng${where}: cần danh sách JSON gồm name, issuer, clientId, clientSecretFile.`,
      { cause },
    );
  }
}

function refuseAmbiguity(path: string, entries: z.infer<typeof issuersSchema>): void {
  for (const key of ['name', 'issuer'] as const) {
    const values = entries.map((entry) => entry[key]);
    if (new Set(values).size === values.length) continue;
    throw new StartUpRefused(`OIDC_ISSUERS_FILE ${path}: ${key} bị trùng; mỗi nơi cấp danh tính có ${key} riêng.`);
  }
  refuseOverlap(path, entries);
}

/** One provider could name an account that begins like another's: of "a." and "a.b.", the first may say "b.lan". */
function refuseOverlap(path: string, entries: z.infer<typeof issuersSchema>): void {
  for (const [at, { accountPrefix: prefix }] of entries.entries()) {
    if (!entries.some((other, place) => place !== at && other.accountPrefix.startsWith(prefix))) continue;
    throw new StartUpRefused(
      `OIDC_ISSUERS_FILE ${path}: accountPrefix "${prefix}" là phần đầu của tiền tố khác; hai nơi cấp danh tính có thể chỉ cùng một tài khoản.`,
    );
  }
}
