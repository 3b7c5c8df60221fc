import type { Scope, UnitOfPerson } from '@app/access';
import { endOfVietnamDay } from '@app/kernel';
import { createParamDecorator, type ExecutionContext, Injectable, type PipeTransform } from '@nestjs/common';
import type { Request } from 'express';
import { YearPipe } from '../http/parameters';
import { type KnownAncestors, LogLineage } from '../lookup/log-lineage';
import { type Role, unitRoles } from './roles';

/** The role in which everybody deals with the own account. */
export const accountHolder = 'account-holder';

/** Who acts in a request, for whom, in which role, and how far that reaches. */
export interface Principal {
  readonly accountId: string;
  /** Whoever delegated, when the account acts by delegation. */
  readonly onBehalfOf: string | null;
  readonly role: Role | typeof accountHolder;
  readonly scope: Scope;
  /** The units that whoever is behind the act works or worked for. */
  readonly units: readonly UnitOfPerson[];
}

const principals = new WeakMap<Request, Principal>();
const accounts = new WeakMap<Request, string>();

/** Says whose request it is, before it is known whether it may be. */
export function setAccount(request: Request, accountId: string): void {
  accounts.set(request, accountId);
}

export function setPrincipal(request: Request, principal: Principal): void {
  principals.set(request, principal);
}

/** Set by the guard on every route that is not public. */
export function principalOf(request: Request): Principal {
  const principal = principals.get(request);
  if (!principal) throw new Error('The route is public: nobody acts');
  return principal;
}

/** Whose request it is; undefined on public routes, and where nobody was recognised. */
export function accountIdOf(request: Request): string | undefined {
  return accounts.get(request);
}

/** In whose name is acted; null: in the own, or nobody acts. */
export function onBehalfOf(request: Request): string | null {
  return principals.get(request)?.onBehalfOf ?? null;
}

/** The unit of a route, and the units that people behind the act work for, or did in the route's year or later. */
export interface Ties {
  readonly unitId: string;
  readonly units: readonly string[];
}

/** Of whoever acts for the unit, as its officer or head, none: they are not asked to be strangers. Throws InvalidRequest where the route's year is none. */
export function tiesOf(request: Request): Ties {
  const { unitId = '', year = '' } = request.params as Readonly<Record<string, string | undefined>>;
  const since = new YearPipe().transform(year);
  return { unitId, units: actsForUnit(request) ? [] : unitsSince(principalOf(request).units, since) };
}

function actsForUnit(request: Request): boolean {
  return unitRoles.some((own) => own === principalOf(request).role);
}

/** Whether somebody acts for the unit of the route, as its officer or head. */
export const ActsForUnit = createParamDecorator((_data: unknown, host: ExecutionContext): boolean => {
  return actsForUnit(host.switchToHttp().getRequest<Request>());
});

/** Those that people work for, or did in a year or later. */
function unitsSince(units: readonly UnitOfPerson[], year: number): string[] {
  const since = endOfVietnamDay(`${year - 1}-12-31`);
  return units.filter(({ until }) => until === null || until > since).map(({ unitId }) => unitId);
}

/** Finds out whether whoever acts belongs to the unit of the route, also along its lineage. */
@Injectable()
export class OwnUnitPipe implements PipeTransform<Ties, Promise<string | null>> {
  constructor(private readonly lineage: LogLineage) {}

  /** The unit itself when it is somebody's own; else null. */
  async transform({ unitId, units }: Ties): Promise<string | null> {
    return (await this.lineage.isOneOf(unitId, units)) ? unitId : null;
  }
}

/** What a pipe makes of the ties of a request to the unit of its route. */
export const TiesToUnit = createParamDecorator((_data: unknown, host: ExecutionContext): Ties => {
  return tiesOf(host.switchToHttp().getRequest<Request>());
});

/** The unit of the route when somebody behind the act belongs to it, to one that it came out of or to one that came out of it; else null. */
export const OwnUnit = (): ParameterDecorator => TiesToUnit(OwnUnitPipe);

/** The blocks (Khối) that somebody's rights in the roles of a route that is CutToReach reach; null: all. */
export const WithinReach = createParamDecorator((_data: unknown, host: ExecutionContext): Scope['blockIds'] => {
  return principalOf(host.switchToHttp().getRequest<Request>()).scope.blockIds;
});

/** Whether somebody behind the act belongs to a unit, as OwnUnit has it of the unit and year of a route: for what is about many of them. */
export type Belonging = (unitId: string, year: number) => Promise<boolean>;

@Injectable()
export class BelongingPipe implements PipeTransform<readonly UnitOfPerson[], Belonging> {
  constructor(private readonly lineage: LogLineage) {}

  transform(units: readonly UnitOfPerson[]): Belonging {
    const known: KnownAncestors = new Map();
    return (unitId, year) => this.lineage.isOneOf(unitId, unitsSince(units, year), known);
  }
}

const UnitsOfPeople = createParamDecorator((_data: unknown, host: ExecutionContext): readonly UnitOfPerson[] => {
  return principalOf(host.switchToHttp().getRequest<Request>()).units;
});

/** Tells of any unit and year whether somebody behind the act belongs to it. */
export const Belongs = (): ParameterDecorator => UnitsOfPeople(BelongingPipe);
