import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { momentIn } from '../http/as-of';
import { LogDrafts } from '../lookup/log-drafts';
import { LogRegister } from '../lookup/log-register';
import { Identities } from '../oidc/identities';
import { StepUp } from '../oidc/step-up';
import { type Access, accessKey, cutToReachKey, draftReaders, hidesDraftsKey, stepUpKey } from './access';
import { type Acting, authorise, authoriseList, type Target } from './authorise';
import { Authorities, type Authority } from './authority';
import { draftIsNotShown, forbidden } from './forbidden';
import { accountHolder, setAccount, setPrincipal } from './principal';
import type { Role } from './roles';

/** Names the account in whose name is acted, by its delegation. */
export const onBehalfOfHeader = 'X-On-Behalf-Of';

/**
 * Guards every route: public, personal, or held by one of the roles the route names, as held at this moment. Without a declaration nobody
 * passes.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly identities: Identities,
    private readonly authorities: Authorities,
    private readonly register: LogRegister,
    private readonly drafts: LogDrafts,
    private readonly stepUp: StepUp,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(accessKey, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access === 'public') return true;
    const request = context.switchToHttp().getRequest<Request>();
    const { accountId, proof } = await this.identities.callerOf(request);
    setAccount(request, accountId);
    const onBehalfOf = request.get(onBehalfOfHeader) ?? null;
    const authority = await (onBehalfOf === null
      ? this.authorities.own(accountId)
      : this.authorities.delegated(accountId, onBehalfOf));
    const acting = access === 'personal' ? asHolder : await this.acting(context, authority, access ?? []);
    if (this.reflector.get<true | undefined>(stepUpKey, context.getHandler())) this.stepUp.demand(proof);
    setPrincipal(request, { accountId, onBehalfOf, ...acting, units: authority.units });
    return true;
  }

  private async acting(context: ExecutionContext, { rights }: Authority, allowed: readonly Role[]): Promise<Acting> {
    const byBlock = rights.some(({ role, scope }) => scope.blockIds !== null && allowed.includes(role));
    const request = context.switchToHttp().getRequest<Request>();
    if (this.reflector.get<true | undefined>(cutToReachKey, context.getHandler())) {
      return reaching(authoriseList(rights, allowed, blockAskedOf(request)), allowed);
    }
    const target = await this.targetOf(request, byBlock);
    const acting = reaching(authorise(rights, allowed, target), allowed);
    if (draftReaders.includes(acting.role) || !(await this.isHiddenDraft(context, request))) return acting;
    const reader = authorise(rights, draftReaders, target);
    if ('refusal' in reader) throw draftIsNotShown();
    return reader;
  }

  private async isHiddenDraft(context: ExecutionContext, { params, query }: Request): Promise<boolean> {
    if (!this.reflector.get<true | undefined>(hidesDraftsKey, context.getHandler())) return false;
    const { unitId, year } = params as Readonly<Record<string, string | undefined>>;
    return this.drafts.isDraft(year ?? '', unitId ?? '', momentIn(query['asOf']));
  }

  /** The block of a unit is looked up only for whom it matters; in the log, as the unit's file of the year says. */
  private async targetOf({ params }: Request, byBlock: boolean): Promise<Target> {
    const { unitId, blockId, year } = params as Readonly<Record<string, string | undefined>>;
    if (blockId !== undefined || unitId === undefined || !byBlock) return { unitId, blockId };
    return { unitId, blockId: await this.register.blockOf(year ?? '', unitId) };
  }
}

/** Throws EdgeRefusal (403). */
function reaching(found: ReturnType<typeof authorise>, allowed: readonly Role[]): Acting {
  if ('refusal' in found) throw forbidden(found.refusal, allowed);
  return found;
}

/** What is no text is refused with the other parameters. */
function blockAskedOf({ query }: Request): string | undefined {
  return typeof query['blockId'] === 'string' ? query['blockId'] : undefined;
}

const asHolder = { role: accountHolder, scope: { unitId: null, fields: null, blockIds: null } } as const;
