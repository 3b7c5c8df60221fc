import { decisionSpec } from '@app/testing';
import { sessionEnded } from './access.events';
import { accountAccess } from './account-access';
import { endSession } from './ending-session';

const { given } = decisionSpec(accountAccess);
const name = { accountId: 'an', sessionId: '6a5b7c1d-2e3f-4a5b-8c7d-9e0f1a2b3c4d' };
const at = '2024-03-01T00:00:00.000Z';
const ended = sessionEnded.of({ ...name, at });

it('ends the session, and no other', () => {
  given()
    .when((state) => endSession(state, name, at))
    .thenEvents(ended);
  given(ended)
    .when((state) => endSession(state, { ...name, sessionId: 'another' }, at))
    .thenEvents(sessionEnded.of({ ...name, sessionId: 'another', at }));
});

it('does nothing when it has ended', () =>
  given(ended)
    .when((state) => endSession(state, name, at))
    .thenEvents());
