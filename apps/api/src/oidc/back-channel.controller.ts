import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { Public } from '../auth/access';
import { correlationIdOf } from '../http/correlation';
import { InvalidRequest } from '../http/edge-refusal';
import { tooFast } from '../http/rate.guard';
import { Rates } from '../http/rates';
import { ProviderSessions } from './provider-sessions';
import { SignIn } from './sign-in';

/** What providers send, as far as anybody knows before the token is looked at. */
interface Form {
  readonly logout_token?: unknown;
}

/**
 * Where identity providers say that somebody signed out there (OpenID Connect Back-Channel Logout 1.0): a form with a signed logout token. Not
 * in the API's document: it is for providers, not for callers.
 */
@ApiExcludeController()
@Public()
@Controller('auth/back-channel-logout')
export class BackChannelController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: ProviderSessions,
    private readonly rates: Rates,
  ) {}

  @Post()
  @HttpCode(200)
  async end(@Req() request: Request, @Body() form: Form | undefined): Promise<void> {
    const seconds = this.rates.waitAfterFailures(request.ip);
    if (seconds > 0) throw tooFast(seconds);
    const token = form?.logout_token;
    const provider = typeof token === 'string' ? await this.signIn.providerOf(token) : undefined;
    const logout = await provider?.logoutIn(token as string);
    if (!provider || !logout) {
      this.rates.failed(request.ip);
      throw new InvalidRequest([{ field: 'logout_token', detail: 'không phải logout token hợp lệ' }]);
    }
    await this.sessions.end(provider.issuer.name, logout, correlationIdOf(request));
  }
}
