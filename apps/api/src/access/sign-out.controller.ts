import { EndSession } from '@app/access';
import type { CommandContext } from '@app/event-store';
import { Controller, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { AccountRights } from '../auth/account-rights';
import { Context } from '../http/command-context';
import { EdgeRefusal } from '../http/edge-refusal';
import { Commutes } from '../http/precondition';
import { answerOf, PersonalProcessRoute } from '../http/routes';
import { SignIn } from '../oidc/sign-in';
import { SignedOutAnswer } from './sign-out.dto';

/** Signing out of a session that an identity provider began. */
@ApiTags('Đăng nhập')
@Controller('me/sign-out')
export class SignOutController {
  constructor(
    private readonly commands: CommandBus,
    private readonly rights: AccountRights,
    private readonly signIn: SignIn,
  ) {}

  @PersonalProcessRoute('', 'Ends the session for ever, whoever kept its cookie', SignedOutAnswer)
  @Commutes()
  async signOut(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Context() context: CommandContext,
  ): Promise<SignedOutAnswer> {
    const session = await this.signIn.sessions.of(request);
    if (session?.accountId !== context.actor) {
      throw new EdgeRefusal('http.no-session', 'Yêu cầu này không thuộc phiên đăng nhập nào.');
    }
    const ending = new EndSession({ accountId: session.accountId, sessionId: session.id }, context);
    const result = await this.commands.execute(ending);
    this.rights.forget(session.accountId);
    this.signIn.sessions.end(response);
    const endSessionUrl = await this.signIn.provider(session.issuer).endSessionUrl(session.idToken, this.signIn.home);
    return { ...answerOf(result), endSessionUrl: endSessionUrl ?? null };
  }
}
