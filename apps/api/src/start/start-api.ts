import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { enterDemo, LogHoldsOtherData } from '@app/demo';
import {
  catchUp,
  type Config,
  JsonLogger,
  openLedger,
  type OpenLedger,
  portRefusal,
  readStoreOptionsOf,
  refuseBusyPort,
} from '@app/platform';
import { ProjectionHost } from '@app/read-store';
import { ApiModule } from '../api.module';
import { configureApi } from '../configure-api';
import { ExpressServer } from '../http/express-server';
import { accountsOf } from './accounts-of';
import type { Lifetime } from './lifetime';
import { signInOf } from './sign-in-of';

/** Longer than a proxy or a browser keeps an idle connection (60 s at most): whoever closes first never cuts off a request on its way. */
const keepAliveMs = 65_000;

/** Brings the API up: what can be refused is refused before anything slow or lasting is begun. Throws StartUpRefused. */
export async function startApi(config: Config, demo: boolean, lifetime: Lifetime): Promise<NestExpressApplication> {
  await refuseBusyPort(config.http);
  const accounts = accountsOf(config);
  const signIn = signInOf(config);
  const logger = new JsonLogger(config.logLevel);
  const ledger = lifetime.add(await openLedger(config), ({ close }) => close());
  if (demo) await enterDemoIfFree(ledger, logger);
  const { requestsAtOnce: limits, requestsPerSecond: rates } = config;
  const readStore = readStoreOptionsOf(config);
  const module = ApiModule.register({ ...ledger, readStore, accounts, signIn, limits, rates });
  const options = { bodyParser: false, logger };
  const app = await NestFactory.create<NestExpressApplication>(module, new ExpressServer(), options);
  lifetime.add(app, (running) => running.close());
  configureApi(app, config.trustedProxies);
  await app.init();
  app.getHttpServer().keepAliveTimeout = keepAliveMs;
  await (config.projector === 'off' ? app.get(ProjectionHost).prepare() : catchUp(app));
  return app;
}

/** Accepts requests; answers the address. Throws StartUpRefused when somebody took the port in the meantime. */
export async function listen(app: NestExpressApplication, { http }: Config): Promise<string> {
  try {
    await app.listen(http.port, http.host);
  } catch (error) {
    throw portRefusal(error, http);
  }
  return app.getUrl();
}

/** Real data is never mixed with the demo: then the API starts without it, and says so. */
async function enterDemoIfFree(ledger: OpenLedger, logger: JsonLogger): Promise<void> {
  try {
    await enterDemo(ledger, logger);
  } catch (error) {
    if (!(error instanceof LogHoldsOtherData)) throw error;
    process.stderr.write(`${error.message}\n`);
  }
}
