import { AssessmentAlreadyOpened, OpenAssessment } from '@app/assessment';
import type { CommandResult } from '@app/event-store';
import { openEach } from './open-each';

const context = { commandId: '', correlationId: '', causationId: '', actor: 'a', onBehalfOf: null, role: 'r' };
const ruleset = { id: 'r', version: 1, sha256: '' };
const opening = (unitId: string) =>
  new OpenAssessment({ year: 2024, unitId, blockId: 'b', ruleset, submitBy: '', appraiseBy: '' }, context);
const result = (position: bigint): CommandResult => ({ stream: 's', revision: 0n, position });

describe('opening the file of each member', () => {
  it('reports files that were open already, and the farthest position', async () => {
    const send = ({ input }: OpenAssessment) =>
      input.unitId === 'u2'
        ? Promise.reject(new AssessmentAlreadyOpened(2024, 'u2', 'b'))
        : Promise.resolve(result(input.unitId === 'u1' ? 9n : 8n));
    expect(await openEach([opening('u1'), opening('u2'), opening('u3')], send, 7n)).toEqual({
      opened: [result(9n), result(8n)],
      alreadyOpen: ['u2'],
      openElsewhere: [],
      position: 9n,
    });
  });

  it('tells a file that is open for another block from one that is open for this', async () => {
    const send = ({ input }: OpenAssessment) => Promise.reject(new AssessmentAlreadyOpened(2024, input.unitId, 'khac'));
    expect(await openEach([opening('u1')], send, 7n)).toMatchObject({
      alreadyOpen: [],
      openElsewhere: [{ unitId: 'u1', blockId: 'khac' }],
    });
  });

  it('knows where the log stood when nothing was opened', async () =>
    expect(await openEach([], () => Promise.reject(new Error()), 7n)).toEqual({
      opened: [],
      alreadyOpen: [],
      openElsewhere: [],
      position: 7n,
    }));

  it('stops at any other failure', async () => {
    const sent: string[] = [];
    const send = ({ input }: OpenAssessment) => {
      sent.push(input.unitId);
      return Promise.reject(new Error('the log is gone'));
    };
    await expect(openEach([opening('u1'), opening('u2')], send, 7n)).rejects.toThrow('the log is gone');
    expect(sent).toEqual(['u1']);
  });
});
