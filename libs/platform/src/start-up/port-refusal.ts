import { StartUpRefused } from '@app/postgres';
import { createServer } from 'node:net';

/** Where an app listens. */
export interface HttpAddress {
  readonly host: string;
  readonly port: number;
}

/** Throws StartUpRefused when nobody could listen there: asked before anything slow or lasting is begun. */
export async function refuseBusyPort({ host, port }: HttpAddress): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => probe.once('error', reject).listen({ host, port }, resolve));
  } catch (error) {
    throw portRefusal(error, { host, port });
  }
  await new Promise((resolve) => probe.close(resolve));
}

/** The refusal for a failed listen; any other error stays as it is. */
export function portRefusal(error: unknown, { host, port }: HttpAddress): unknown {
  const refuse = (sentence: string) => new StartUpRefused(sentence, { cause: error });
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return refuse(`Cổng ${port} trên ${host} đang bận: hãy tắt chương trình đang dùng cổng này hoặc đặt PORT khác.`);
    case 'EACCES':
      return refuse(`Không được phép mở cổng ${port}: hãy đặt PORT từ 1024 trở lên.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return refuse(`HOST=${host} không phải là địa chỉ của máy này: hãy đặt HOST khác.`);
    default:
      return error;
  }
}
