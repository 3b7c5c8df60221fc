import { Injectable } from '@nestjs/common';
import { EdgeRefusal } from '../http/edge-refusal';
import { SignIn } from './sign-in';

/** How the provider authenticated the person behind a request. */
export interface Proof {
  /** Name of the provider. */
  readonly issuer: string;
  /** When, in seconds since 1970 (`auth_time`); null: the provider did not say. */
  readonly authTime: number | null;
  /** By what class of means (`acr`); null: the provider did not say. */
  readonly acr: string | null;
}

/** Clocks of two machines differ by so much at most, seconds. */
const CLOCK_TOLERANCE_S = 5;

/** Signing off and publishing need a person whom the provider has just authenticated: an open session is not enough. */
@Injectable()
export class StepUp {
  constructor(private readonly signIn: SignIn) {}

  /**
   * `proof` null: by a token of the accounts file, which proves no person. Where no provider is configured such tokens are all there is, and
   * nothing more is asked. Throws EdgeRefusal (401) as of RFC 9470.
   */
  demand(proof: Proof | null): void {
    const [first] = this.signIn.issuers;
    if (first === undefined) return;
    const { name, stepUpMinutes, stepUpAcr } = this.signIn.provider(proof?.issuer ?? first).issuer;
    const since = Date.now() / 1000 - stepUpMinutes * 60 - CLOCK_TOLERANCE_S;
    const isRecent = proof?.authTime != null && proof.authTime >= since;
    if (isRecent && (stepUpAcr === null || proof.acr === stepUpAcr)) return;
    const detail = `Việc này cần người vừa được xác thực trong ${stepUpMinutes} phút: hãy xác thực lại tại /auth/sign-in?issuer=${name}&stepUp=true rồi gửi lại.`;
    const classes = stepUpAcr === null ? '' : `, acr_values="${stepUpAcr}"`;
    throw new EdgeRefusal('http.step-up-required', detail, undefined, {
      'WWW-Authenticate': `Bearer realm="par-ledger", error="insufficient_user_authentication", max_age=${stepUpMinutes * 60}${classes}`,
    });
  }
}
