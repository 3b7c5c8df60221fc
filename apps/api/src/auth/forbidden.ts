import { EdgeRefusal } from '../http/edge-refusal';
import { draftReaders } from './access';
import type { Refusal } from './authorise';
import { type Role, roleNames } from './roles';

/** What somebody is told who may see the file once the unit has submitted it, and not before (403). */
export function draftIsNotShown(): EdgeRefusal {
  const named = draftReaders.map((role) => roleNames[role]).join('; ');
  return new EdgeRefusal('http.draft-is-not-shown', `Trước khi nộp, hồ sơ chỉ mở cho các vai trò: ${named}.`);
}

/** What somebody is told who may not use a route, or not for what they name (403). */
export function forbidden(refusal: Refusal, allowed: readonly Role[]): EdgeRefusal {
  const named = allowed.map((role) => `${roleNames[role]} (${role})`).join('; ');
  const details: Readonly<Record<Refusal, string>> = {
    role: named === '' ? 'Chưa vai trò nào được phép làm việc này.' : `Việc này cần một trong các vai trò: ${named}.`,
    'other-unit': 'Tài khoản chỉ được làm việc trên hồ sơ của đơn vị mình.',
    'other-block': 'Tài khoản chỉ được làm việc với các Khối được phân công.',
  };
  return new EdgeRefusal('http.forbidden', details[refusal]);
}
