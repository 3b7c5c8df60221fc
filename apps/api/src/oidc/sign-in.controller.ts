import { isKnown } from '@app/access';
import { Clock } from '@app/kernel';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Public } from '../auth/access';
import { AccountRights } from '../auth/account-rights';
import { Shown } from '../http/answers';
import { EdgeRefusal } from '../http/edge-refusal';
import { tooFast } from '../http/rate.guard';
import { Rates } from '../http/rates';
import type { Identity } from './identity-provider';
import { ComingBack, SignInFilter } from './sign-in.dto';
import { SignIn } from './sign-in';

class IssuersAnswer {
  @Shown('text', 'Names of the identity providers by which one can sign in', { isArray: true })
  issuers!: readonly string[];
}

/** Signing in by an identity provider: authorization code with PKCE; the session is a cookie. Signing out: POST /me/sign-out. */
@ApiTags('Đăng nhập')
@Public()
@Controller('auth')
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly rights: AccountRights,
    private readonly rates: Rates,
    private readonly clock: Clock,
  ) {}

  @Get('issuers')
  @ApiOperation({ summary: 'By which identity providers can one sign in?' })
  @ApiOkResponse({ type: IssuersAnswer })
  issuers(): IssuersAnswer {
    return { issuers: this.signIn.issuers };
  }

  @Get('sign-in')
  @ApiOperation({ summary: 'Sends the browser to an identity provider' })
  @ApiFoundResponse({ description: 'To the identity provider' })
  async begin(@Query() { issuer, returnTo, stepUp }: SignInFilter, @Res() response: Response): Promise<void> {
    const { url, signingIn } = await this.signIn.provider(issuer).begin(stepUp === 'true');
    await this.signIn.sessions.leave(response, { ...signingIn, issuer, returnTo: returnTo ?? '/' });
    response.redirect(302, url.href);
  }

  @Get('callback')
  @ApiOperation({ summary: 'Where the identity provider sends the browser back to' })
  @ApiFoundResponse({ description: 'To where the person was' })
  async end(@Req() request: Request, @Query() _query: ComingBack, @Res() response: Response): Promise<void> {
    const seconds = this.rates.waitAfterFailures(request.ip);
    if (seconds > 0) throw tooFast(seconds);
    const { identity, returnTo } = await this.comeBack(request).catch((error: unknown) => {
      if (isFailure(error)) this.rates.failed(request.ip);
      throw error;
    });
    await this.signIn.sessions.begin(response, identity, this.clock.now());
    response.redirect(302, returnTo);
  }

  private async comeBack(request: Request): Promise<{ identity: Identity; returnTo: string }> {
    const leaving = await this.signIn.sessions.comeBack(request);
    if (!leaving) throw new EdgeRefusal('http.sign-in-failed', 'Lượt đăng nhập đã hết hạn: hãy đăng nhập lại.');
    const query = new URL(request.originalUrl, this.signIn.home).searchParams.toString();
    const identity = await this.signIn.provider(leaving.issuer).end(query, leaving);
    if (!isKnown(await this.rights.of(identity.accountId))) throw unknownAccount();
    return { identity, returnTo: leaving.returnTo };
  }
}

/** What somebody meets who tries out what is not theirs; that a provider is away is no failure of the caller. */
function isFailure(error: unknown): boolean {
  return error instanceof EdgeRefusal && ['http.sign-in-failed', 'http.unknown-account'].includes(error.code);
}

function unknownAccount(): EdgeRefusal {
  return new EdgeRefusal('http.unknown-account', 'Tài khoản này chưa được cấp quyền nào.');
}
