import { AssessmentAlreadyOpened, OpenAssessment } from '@app/assessment';
import { openEach } from './open-each';

const context = { commandId: '', correlationId: '', causationId: '', actor: 'a', onBehalfOf: null, role: 'r' };
const ruleset = { id: 'r', version: 1, sha256: '' };
const opening = (unitId: string) =>
  new OpenAssessment({ year: 2024, unitId, blockId: 'b', ruleset, submitBy: '', appraiseBy: '' }, context);

describe('opening the file of each member', () => {
  it('reports files that were open already', async () => {
    const send = ({ input }: OpenAssessment) =>
      input.unitId === 'u2' ? Promise.reject(new AssessmentAlreadyOpened(2024, 'u2', 'b')) : Promise.resolve();
    expect(await openEach([opening('u1'), opening('u2'), opening('u3')], send)).toEqual({
      opened: ['u1', 'u3'],
      alreadyOpen: ['u2'],
      openElsewhere: [],
    });
  });

  it('tells a file that is open for another block from one that is open for this', async () => {
    const send = ({ input }: OpenAssessment) => Promise.reject(new AssessmentAlreadyOpened(2024, input.unitId, 'khac'));
    expect(await openEach([opening('u1')], send)).toMatchObject({
      alreadyOpen: [],
      openElsewhere: [{ unitId: 'u1', blockId: 'khac' }],
    });
  });

  it('stops at any other failure', async () => {
    const sent: string[] = [];
    const send = ({ input }: OpenAssessment) => {
      sent.push(input.unitId);
      return Promise.reject(new Error('the log is gone'));
    };
    await expect(openEach([opening('u1'), opening('u2')], send)).rejects.toThrow('the log is gone');
    expect(sent).toEqual(['u1']);
  });
});
