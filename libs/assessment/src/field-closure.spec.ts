import type { Ruleset } from '@app/ruleset';
import { decisionSpec, writeRuleset } from '@app/testing';
import { declared, opened, returned as returnedUntil, submitted, unitYear } from '../test/file-of-so-noi-vu';
import { adjustAppraisal, confirmAppraisal } from './appraisal';
import { AppraisalsAreMissing, AppraiserEnteredFigures, OwnUnitAppraised, RoundOutOfOrder } from './appraisal.errors';
import { type ClosingAgency, fieldAppraisalClosed } from './appraisal.events';
import type { Appraiser } from './appraiser';
import { type Assessment, assessment } from './assessment';
import { appraisalAdjusted, appraisalConfirmed } from './assessment.events';
import {
  AgencyIsNotYours,
  FieldIsClosed,
  FieldIsInAnotherRound,
  FieldIsNotYours,
  NothingToAppraise,
  RoundIsOpen,
  UnknownField,
} from './field.errors';
import { closeFieldAppraisal, type FieldClosure } from './field-closure';
import type { LeadAgency } from './fields';

const { given } = decisionSpec(assessment);
const now = '2025-02-10T02:00:00.000Z';
const first = ['1.1.1', '1.1.2', '1.1.3', '1.1.4', '1.1.5'];
const second = ['2.1.3'];
const file = [opened, ...[...first, ...second].map((component) => declared(component)), submitted];
const confirmed = (component: string, round = 1) =>
  appraisalConfirmed.of({ ...unitYear, component, round, points: '1' });
const judged = (codes: readonly string[], round = 1) => codes.map((code) => confirmed(code, round));
const named = (...names: readonly string[]): ClosingAgency[] => names.map((name) => ({ name, unitId: null }));
const fieldClosed = (field: string, components: readonly string[], round = 1, leadAgencies = named('Sở Nội vụ')) =>
  fieldAppraisalClosed.of({ ...unitYear, field, round, leadAgencies, components });
const survey = { component: '2.1.1', round: 1, reasonCode: 'it_phieu', reason: 'Ít phiếu' };
const bySurvey = appraisalAdjusted.of({ ...unitYear, ...survey, from: null, to: '1' });

const appraiser: Appraiser = { accounts: ['tham_dinh_vien'], unitId: null, fields: null };
const close = (change: Partial<FieldClosure> = {}, by = appraiser, ruleset: Ruleset = writeRuleset) => {
  const closure = { ...unitYear, field: '1', round: 1, leadAgency: null, ownAgencies: [], ...change };
  return (state: Assessment) => closeFieldAppraisal(state, closure, ruleset, by, now);
};
const confirm = (component: string, round = 1, by = appraiser) => {
  return (state: Assessment) => confirmAppraisal(state, { ...unitYear, component, round }, writeRuleset, by, now);
};
const adjust = (component: string, from: string | null, to: string, round = 1, by = appraiser) => {
  const reasons = { reasonCode: 'x', reason: 'x', correction: true, resultsRecorded: false };
  const input = { ...unitYear, component, round, from, to, ...reasons };
  return (state: Assessment) => adjustAppraisal(state, input, writeRuleset, by, now);
};

describe('closing a field in a round', () => {
  it('names the components and the lead agencies whose they are; what the system counts is not among them', () => {
    given(...file, ...judged(first))
      .when(close())
      .thenEvents(fieldClosed('1', first));
    given(...file, ...judged(second))
      .when(close({ field: '2' }))
      .thenEvents(fieldClosed('2', second));
  });

  it('needs a word on everything that is judged in it', () =>
    given(...file, ...judged(first.slice(1, 4)))
      .when(close())
      .thenFails(AppraisalsAreMissing, { components: [{ component: '1.1.1' }, { component: '1.1.5' }] }));

  it('in a later round takes the words of earlier rounds for standing', () => {
    const history = [...file, ...judged(first), fieldClosed('1', first), confirmed('1.1.2', 2)];
    given(...history)
      .when(close({ round: 2 }))
      .thenEvents(fieldClosed('1', first, 2));
    given(...history)
      .when(close())
      .thenFails(FieldIsInAnotherRound, { round: 1, present: 2 });
  });

  it('happens once a round, and only in the round that the field is in', () => {
    const history = [...file, ...judged(first), fieldClosed('1', first)];
    given(...history)
      .when(close())
      .thenFails(FieldIsClosed, { field: '1', round: 1 });
    for (const round of [0, 2, 3, NaN])
      given(...history)
        .when(close({ round }))
        .thenFails(FieldIsInAnotherRound);
  });

  it('needs a field of the ruleset in which somebody judges something', () => {
    given(...file)
      .when(close({ field: '9' }))
      .thenFails(UnknownField);
    given(...file)
      .when(close({ leadAgency: { unitId: 'so_tai_chinh', names: ['Sở Tài chính – Vật giá', 'Sở Tài chính'] } }))
      .thenFails(NothingToAppraise, { field: '1', leadAgency: 'Sở Tài chính' });
    const [counted] = writeRuleset.fields.slice(1).map((field) => ({
      ...field,
      criteria: field.criteria.map((criterion) => ({ ...criterion, components: criterion.components.slice(0, 2) })),
    }));
    const withoutWork = { ...writeRuleset, fields: counted ? [counted] : [] };
    given(...file)
      .when(close({ field: '2' }, appraiser, withoutWork))
      .thenFails(NothingToAppraise, { field: '2', leadAgency: null });
  });

  it('is for those to whom the field belongs, who neither are of the unit nor entered its figures', () => {
    const done = [...file, ...judged(first)];
    given(...done)
      .when(close({}, { ...appraiser, fields: ['1'] }))
      .thenEvents(fieldClosed('1', first));
    given(...done)
      .when(close({}, { ...appraiser, fields: ['2'] }))
      .thenFails(FieldIsNotYours, { field: '1', own: [{ field: '2' }] });
    given(...done)
      .when(close({}, { ...appraiser, unitId: 'so_noi_vu' }))
      .thenFails(OwnUnitAppraised);
    given(...done)
      .when(close({}, { ...appraiser, accounts: ['chuyen_vien'] }))
      .thenFails(AppraiserEnteredFigures);
  });
});

describe('closing by lead agencies', () => {
  const shared = {
    ...writeRuleset,
    fields: writeRuleset.fields.map((field) => ({
      ...field,
      criteria: field.criteria.map((criterion) => ({
        ...criterion,
        components: criterion.components.map((component) =>
          component.code === '1.1.2' ? { ...component, leadAgency: 'Sở Tư pháp' } : component,
        ),
      })),
    })),
  };
  const others = ['1.1.1', '1.1.3', '1.1.4', '1.1.5'];
  const justice = { unitId: 'so_tu_phap', names: ['Sở Tư pháp'] };
  const byJustice = fieldClosed('1', ['1.1.2'], 1, [{ name: 'Sở Tư pháp', unitId: 'so_tu_phap' }]);

  it('closes what one of them appraises of the field', () =>
    given(...file, confirmed('1.1.2'))
      .when(close({ leadAgency: justice }, appraiser, shared))
      .thenEvents(byJustice));

  it('knows a unit by every name that it has had: the ruleset prints that of its time', () =>
    given(...file, confirmed('1.1.2'))
      .when(close({ leadAgency: { ...justice, names: ['Sở Tư pháp', 'Sở Pháp chế'] } }, appraiser, shared))
      .thenEvents(byJustice));

  const internal = { unitId: 'so_noi_vu_moi', names: ['Sở Tổ chức', 'Sở Nội vụ'] };
  const stranger = { unitId: 'so_y_te', names: ['Sở Y tế'] };
  const all = [...file, ...judged(first)];

  it('is for the agency’s own people, by whatever name it or what it came out of had, and for those who work for no unit', () => {
    const closing = (...ownAgencies: LeadAgency[]) => close({ leadAgency: justice, ownAgencies }, appraiser, shared);
    for (const own of [[], [justice], [stranger, justice], [stranger, { unitId: 'moi', names: ['Sở Tư pháp'] }]])
      given(...all)
        .when(closing(...own))
        .thenEvents(byJustice);
    for (const other of [internal, stranger, { unitId: 'chua_dang_ky', names: [] }])
      given(...all)
        .when(closing(other))
        .thenFails(AgencyIsNotYours, { field: '1', leadAgencies: [{ leadAgency: 'Sở Tư pháp' }] });
  });

  it('is not got round by closing the whole field: who works for a lead agency leaves the others theirs', () => {
    const closing = (own: LeadAgency, field: string, ruleset: Ruleset = shared) =>
      close({ field, ownAgencies: [own] }, appraiser, ruleset);
    given(...all)
      .when(closing(justice, '1'))
      .thenFails(AgencyIsNotYours, { leadAgencies: [{ leadAgency: 'Sở Nội vụ' }] });
    given(...all)
      .when(closing(internal, '1'))
      .thenFails(AgencyIsNotYours, { leadAgencies: [{ leadAgency: 'Sở Tư pháp' }] });
    given(...all, ...judged(second))
      .when(closing(justice, '2'))
      .thenFails(AgencyIsNotYours, { field: '2', leadAgencies: [{ leadAgency: 'Sở Nội vụ' }] });
    given(...all)
      .when(closing(internal, '1', writeRuleset))
      .thenEvents(fieldClosed('1', first));
    given(...all)
      .when(closing(stranger, '1'))
      .thenEvents(fieldClosed('1', first, 1, named('Sở Nội vụ', 'Sở Tư pháp')));
  });

  it('names all of them where the whole field is closed at once', () =>
    given(...file, ...judged(first), byJustice)
      .when(close({}, appraiser, shared))
      .thenEvents(fieldClosed('1', first, 1, named('Sở Nội vụ', 'Sở Tư pháp'))));

  it('refuses words on what is closed, and lets the others go on', () => {
    given(...file, confirmed('1.1.2'), byJustice)
      .when(adjust('1.1.2', '1', '0'))
      .thenFails(FieldIsClosed);
    given(...file, confirmed('1.1.2'), byJustice)
      .when(confirm('1.1.1'))
      .thenEvents(confirmed('1.1.1'));
  });

  it('begins no further round before the last of them has closed', () => {
    given(...file, ...judged(first), byJustice)
      .when(confirm('1.1.2', 2))
      .thenFails(RoundIsOpen, { field: '1', round: 1 });
    given(...file, ...judged(first), byJustice, fieldClosed('1', others))
      .when(confirm('1.1.2', 2))
      .thenEvents(confirmed('1.1.2', 2));
  });
});

describe('a closed field', () => {
  const done = [...file, ...judged(first), fieldClosed('1', first)];

  it('takes no more words in its round; a further round opens it again', () => {
    given(...done)
      .when(confirm('1.1.1'))
      .thenFails(FieldIsClosed, { field: '1', round: 1 });
    given(...done)
      .when(adjust('1.1.1', '1', '0'))
      .thenFails(FieldIsClosed);
    given(...done)
      .when(adjust('1.1.1', '1', '0', 2))
      .thenEvents(
        appraisalAdjusted.of({
          ...unitYear,
          component: '1.1.1',
          round: 2,
          from: '1',
          to: '0',
          reasonCode: 'x',
          reason: 'x',
        }),
      );
  });

  it('leaves the rounds of other fields alone', () => {
    given(...done, confirmed('1.1.1', 2))
      .when(confirm('2.1.3'))
      .thenEvents(confirmed('2.1.3'));
    given(...done)
      .when(confirm('2.1.3', 2))
      .thenFails(RoundOutOfOrder, { present: 0 });
  });

  it('is open again for what was declared anew after a return, and for nothing else', () => {
    const returned = returnedUntil('2025-02-20T10:00:00.000Z');
    const again = [...done, returned, declared('1.1.2'), submitted];
    given(...again)
      .when(confirm('1.1.2'))
      .thenEvents(confirmed('1.1.2'));
    given(...again)
      .when(confirm('1.1.1'))
      .thenFails(FieldIsClosed);
    given(...again, confirmed('1.1.2'))
      .when(close())
      .thenEvents(fieldClosed('1', first));
  });

  it('closes with it what was decided of the survey; what is undecided stays for a person', () => {
    const beside = [...file, ...judged(second), fieldClosed('2', second)];
    given(...beside)
      .when(adjust('2.1.1', null, '1'))
      .thenEvents(appraisalAdjusted.of({ ...unitYear, ...survey, reasonCode: 'x', reason: 'x', from: null, to: '1' }));
    given(...file, bySurvey, ...judged(second), fieldClosed('2', second))
      .when(adjust('2.1.1', '1', '2'))
      .thenFails(FieldIsClosed);
  });
});

it('words are for those to whom the field belongs', () => {
  const limited = { ...appraiser, fields: ['2'] };
  given(...file)
    .when(confirm('1.1.1', 1, limited))
    .thenFails(FieldIsNotYours, { field: '1' });
  given(...file)
    .when(adjust('1.1.1', '1', '0', 1, limited))
    .thenFails(FieldIsNotYours);
  given(...file)
    .when(adjust('2.1.1', null, '1', 1, limited))
    .thenEvents(appraisalAdjusted.of({ ...unitYear, ...survey, reasonCode: 'x', reason: 'x', from: null, to: '1' }));
});
