import type { CaseworkEvent } from '@app/casework';
import type { Recorded } from '@app/event-store';
import type { Projection, ProjectionWriter, Row } from '@app/read-store';
import { type CaseRegisterTable, caseRegisterTables, caseRegisterVersion } from './case-register.tables';

type Write = ProjectionWriter<CaseRegisterTable>;

/** Every case about every unit. Why a case was concluded is not kept: nobody lists it, and a text may name somebody. */
export const caseRegister: Projection<CaseworkEvent, CaseRegisterTable> = {
  name: 'case_register',
  version: caseRegisterVersion,
  categories: ['casework'],
  tables: caseRegisterTables,
  partition: ({ stream }) => stream,
  on: {
    CaseReceived: (event, write) => {
      const { kind, component, externalNumber, channel, receivedOn, dueOn, asked } = event.data;
      const dates = { received_on: receivedOn, due_on: dueOn, asked_due_on: asked.dueOn };
      told(event, write, 'received', { kind, component, external_number: externalNumber, channel, ...dates });
    },
    CaseRegistered: (event, write) =>
      told(event, write, 'registered', { registered_number: event.data.externalNumber }),
    CaseAnswered: (event, write) => {
      const { answeredOn, late } = event.data;
      told(event, write, 'answered', { answered_on: answeredOn, late });
    },
    CaseClosed: (event, write) => {
      const { outcome, closedOn } = event.data;
      told(event, write, 'closed', { outcome, closed_on: closedOn });
    },
  },
};

function told(
  { position, metadata, data: { year, unitId, caseId } }: Recorded<CaseworkEvent>,
  write: Write,
  what: 'received' | 'registered' | 'answered' | 'closed',
  columns: Row,
): void {
  const onRecord = { [`${what}_position`]: position, [`${what}_at`]: metadata.recordedAt };
  write.table('case').set({ year, unit_id: unitId, case_id: caseId }, { ...columns, ...onRecord });
}
