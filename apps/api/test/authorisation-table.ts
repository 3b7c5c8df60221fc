import { type Role, roles } from '../src/auth/roles';

/**
 * How somebody who holds a role stands to the unit that a request is about; `lineage`: works for one that came out of it; `former`: held the
 * role, and does not any more.
 */
export const relations = ['own', 'same-block', 'other', 'lineage', 'former'] as const;
export type Relation = (typeof relations)[number];

/** What a word of the table lets in. */
const reached: Readonly<Record<string, readonly Relation[]>> = {
  '-': [],
  own: ['own'],
  all: ['own', 'same-block', 'other', 'lineage'],
  others: ['own', 'same-block', 'other', 'lineage'],
  apart: ['own', 'same-block', 'other', 'lineage'],
  later: ['own', 'same-block', 'other', 'lineage'],
  yes: relations,
};
/** The word by which those who belong to the unit pass the guard, and are refused by the decision: nobody judges the own unit. */
const judging = 'others';
/** The word of lists that leave out, for those who belong to a unit, what is about it. */
const leavingOut = 'apart';
/** The word by which a file is shown once it was submitted: before that it is the unit's draft. */
const afterSubmission = 'later';
/** Who belongs to the unit, also along its lineage. */
const belonging: readonly Relation[] = ['own', 'lineage'];

/**
 * Who gets past the guard, said a second time: by operation and role; `yes`: also who holds the role no more; `others`: all, but whoever works
 * for the unit is refused by the decision; `apart`: all, but whoever works for a unit is not shown what is about it; `later`: all, once the
 * unit has submitted its file. What the state of the file refuses is said in `state-table.ts`. A new operation or role without
 * its cells fails.
 */
const table = `
                                                                       anonymous unit-officer unit-head appraiser council survey-organiser case-handler administrator-of-units auditor leader it-admin
get  /health/live                                                      yes       yes          yes       yes       yes     yes              yes          yes                    yes     yes    yes
get  /health/ready                                                     yes       yes          yes       yes       yes     yes              yes          yes                    yes     yes    yes
get  /projections                                                      -         -            -         -         -       -                -            all                    all     -      all
get  /auth/issuers                                                     yes       yes          yes       yes       yes     yes              yes          yes                    yes     yes    yes
get  /auth/sign-in                                                     yes       yes          yes       yes       yes     yes              yes          yes                    yes     yes    yes
get  /auth/callback                                                    yes       yes          yes       yes       yes     yes              yes          yes                    yes     yes    yes
post /me/sign-out                                                      -         yes          yes       yes       yes     yes              yes          yes                    yes     yes    yes
get  /me                                                               -         yes          yes       yes       yes     yes              yes          yes                    yes     yes    yes
get  /units                                                            yes       yes          yes       yes       yes     yes              yes          yes                    yes     yes    yes
get  /units/{unitId}                                                   -         own          own       all       all     all              all          all                    all     all    -
get  /units/{unitId}/revision                                          -         -            -         -         -       -                -            all                    all     -      -
get  /accounts/{accountId}                                             -         -            -         -         -       -                -            all                    all     -      all
post /accounts/{accountId}/grants                                      -         -            -         -         -       -                -            all                    -       -      -
post /accounts/{accountId}/revocations                                 -         -            -         -         -       -                -            all                    -       -      -
post /accounts/{accountId}/delegations                                 -         yes          yes       yes       yes     yes              yes          yes                    yes     yes    yes
post /accounts/{accountId}/withdrawals                                 -         yes          yes       yes       yes     yes              yes          yes                    yes     yes    yes
post /units                                                            -         -            -         -         -       -                -            all                    -       -      -
post /units/{unitId}/renaming                                          -         -            -         -         -       -                -            all                    -       -      -
post /units/{unitId}/dissolution                                       -         -            -         -         -       -                -            all                    -       -      -
post /units/{unitId}/levels                                            -         -            -         -         -       -                -            all                    -       -      -
post /units/{unitId}/lineage                                           -         -            -         -         -       -                -            all                    -       -      -
post /units/{unitId}/offices                                           -         -            -         -         -       -                -            all                    -       -      -
post /units/{unitId}/departures                                        -         -            -         -         -       -                -            all                    -       -      -
post /units/{unitId}/tenure-corrections                                -         -            -         -         -       -                -            all                    -       -      -
post /units/{unitId}/change-withdrawals                                -         -            -         -         -       -                -            all                    -       -      -
post /units/{unitId}/succession-rulings                                -         -            -         -         -       -                -            all                    -       -      -
get  /blocks/{blockId}/members                                         yes       yes          yes       yes       yes     yes              yes          yes                    yes     yes    yes
get  /blocks/{blockId}/revision                                        -         -            -         -         -       -                -            all                    all     -      -
post /blocks                                                           -         -            -         -         -       -                -            all                    -       -      -
post /blocks/{blockId}/members                                         -         -            -         -         -       -                -            all                    -       -      -
post /blocks/{blockId}/departures                                      -         -            -         -         -       -                -            all                    -       -      -
post /blocks/{blockId}/membership-corrections                          -         -            -         -         -       -                -            all                    -       -      -
get  /working-calendars                                                yes       yes          yes       yes       yes     yes              yes          yes                    yes     yes    yes
get  /working-calendars/{year}                                         yes       yes          yes       yes       yes     yes              yes          yes                    yes     yes    yes
get  /working-calendars/{year}/revision                                -         -            -         -         -       -                -            all                    all     -      -
post /working-calendars                                                -         -            -         -         -       -                -            all                    -       -      -
get  /periods                                                          yes       yes          yes       yes       yes     yes              yes          yes                    yes     yes    yes
get  /periods/{year}                                                   yes       yes          yes       yes       yes     yes              yes          yes                    yes     yes    yes
get  /periods/{year}/record                                            -         -            -         -         -       -                -            all                    all     -      -
get  /periods/{year}/revision                                          -         -            -         -         -       -                -            all                    all     -      -
post /periods                                                          -         -            -         -         -       -                -            all                    -       -      -
post /periods/{year}/skipped-blocks                                    -         -            -         -         -       -                -            all                    -       -      -
get  /assessments/{year}                                               -         -            -         all       all     -                -            all                    all     all    -
get  /assessments/{year}/{unitId}                                      -         own          own       later     later   -                -            all                    all     later  -
get  /assessments/{year}/{unitId}/revision                             -         own          own       all       all     -                -            all                    all     -      -
post /assessments/{year}/{unitId}/self-scores                          -         own          -         -         -       -                -            -                      -       -      -
post /assessments/{year}/{unitId}/approval-requests                    -         own          -         -         -       -                -            -                      -       -      -
post /assessments/{year}/{unitId}/approval-refusals                    -         -            own       -         -       -                -            -                      -       -      -
post /assessments/{year}/{unitId}/submission                           -         -            own       -         -       -                -            -                      -       -      -
post /assessments/{year}/{unitId}/extensions                           -         -            -         -         -       -                -            all                    -       -      -
post /assessments/{year}/{unitId}/appraisal-extensions                 -         -            -         -         -       -                -            all                    -       -      -
post /assessments/{year}/{unitId}/confirmations                        -         -            -         others    -       -                -            -                      -       -      -
post /assessments/{year}/{unitId}/adjustments                          -         -            -         others    -       -                -            -                      -       -      -
post /assessments/{year}/{unitId}/returns                              -         -            -         others    -       -                -            -                      -       -      -
post /assessments/{year}/{unitId}/explanations                         -         -            -         others    -       -                -            -                      -       -      -
post /assessments/{year}/{unitId}/explanations/{explanationId}/answer  -         own          own       -         -       -                -            -                      -       -      -
post /assessments/{year}/{unitId}/field-closures                       -         -            -         others    -       -                -            -                      -       -      -
post /assessments/{year}/{unitId}/closure                              -         -            -         others    -       -                -            -                      -       -      -
post /assessments/{year}/{unitId}/council-decisions                    -         -            -         -         others  -                -            -                      -       -      -
post /assessments/{year}/{unitId}/rulings                              -         -            -         -         others  -                -            -                      -       -      -
get  /scorecards/{year}/{unitId}                                       -         own          own       later     later   -                -            all                    all     later  -
get  /surveys/{year}/{unitId}                                          -         -            -         -         -       all              -            all                    all     all    -
get  /surveys/{year}/{unitId}/revision                                 -         -            -         -         -       all              -            -                      all     -      -
post /surveys/{year}/{unitId}/batches                                  -         -            -         -         -       all              -            -                      -       -      -
post /surveys/{year}/{unitId}/withdrawals                              -         -            -         -         -       all              -            -                      -       -      -
get  /cases                                                            -         -            -         -         -       -                apart        -                      apart   -      -
get  /cases/{year}/{unitId}                                            -         -            -         -         -       -                others       -                      others  -      -
get  /cases/{year}/{unitId}/revision                                   -         -            -         -         -       -                others       -                      others  -      -
get  /cases/{year}/{unitId}/{caseId}/course                            -         -            -         -         -       -                others       -                      others  -      -
get  /cases/{year}/{unitId}/{caseId}/rulings                           -         -            -         -         -       -                others       -                      others  -      -
post /cases/{year}/{unitId}                                            -         -            -         -         -       -                others       -                      -       -      -
post /cases/{year}/{unitId}/objections                                 -         -            own       -         -       -                -            -                      -       -      -
post /cases/{year}/{unitId}/{caseId}/registration                      -         -            -         -         -       -                others       -                      -       -      -
post /cases/{year}/{unitId}/{caseId}/answer                            -         -            -         -         -       -                others       -                      -       -      -
post /cases/{year}/{unitId}/{caseId}/closure                           -         -            -         -         -       -                others       -                      -       -      -
get  /results/{year}/{blockId}/revision                                -         -            -         -         -       -                -            all                    all     -      -
post /results/{year}/{blockId}/opening                                 -         -            -         -         -       -                -            all                    -       -      -
post /results/{year}/{blockId}/provisional-results                     -         -            -         -         -       -                -            all                    -       -      -
post /results/{year}/{blockId}/publication                             -         -            -         -         -       -                -            all                    -       -      -
post /results/{year}/{blockId}/corrections                             -         -            -         -         -       -                -            all                    -       -      -
post /results/imports                                                  -         -            -         -         -       -                -            all                    -       -      -
get  /rankings                                                         yes       yes          yes       yes       yes     yes              yes          yes                    yes     yes    yes
get  /rankings/units/{unitId}                                          yes       yes          yes       yes       yes     yes              yes          yes                    yes     yes    yes
get  /rankings/{year}/{blockId}                                        yes       yes          yes       yes       yes     yes              yes          yes                    yes     yes    yes
get  /rankings/{year}/{blockId}/present                                -         -            -         all       all     -                -            all                    all     all    -
get  /flags                                                            -         -            -         -         -       -                -            all                    all     all    -
get  /flags/units/{unitId}                                             -         -            own       -         -       -                -            all                    all     all    -
get  /units/{unitId}/notices                                           -         own          own       -         -       -                -            all                    all     all    -
get  /viewings/{year}/{unitId}                                         -         own          own       -         -       -                -            -                      all     -      -
get  /list-viewings/{day}                                              -         -            -         -         -       -                -            -                      all     -      -
get  /rulesets                                                         yes       yes          yes       yes       yes     yes              yes          yes                    yes     yes    yes
get  /rulesets/{id}/{version}/{sha256}                                 yes       yes          yes       yes       yes     yes              yes          yes                    yes     yes    yes
`;

/**
 * What answers leave out for some of those who are let in, by operation and property, in the words above: who is shown it. Texts of a file, its
 * surveys and cases have their readers in `marked-file.ts`.
 */
const propertyTable = `
                                                anonymous unit-officer unit-head appraiser council survey-organiser case-handler administrator-of-units auditor leader it-admin
get /units/{unitId}/notices     proposals       -         -            own       -         -       -                -            all                    all     all    -
get /viewings/{year}/{unitId}   looks-at-cases  -         -            -         -         -       -                -            -                      apart   -      -
`;

export type Column = Role | 'anonymous';
export const columns: readonly Column[] = ['anonymous', ...roles];

/**
 * What an appraiser does whose right is bound to one field (lĩnh vực): in that field, in another one, and where the whole file is concerned;
 * and one who works for a unit, about what that unit appraises as lead agency (cơ quan chủ trì), and about what another one does. Every
 * command of appraisers needs its row; reading is not bound to fields.
 */
const fieldTable = `
                                                      own-field other-field whole-file own-agency other-agency
post /assessments/{year}/{unitId}/confirmations       yes       -           n/a        yes        yes
post /assessments/{year}/{unitId}/adjustments         yes       -           n/a        yes        yes
post /assessments/{year}/{unitId}/explanations        yes       -           n/a        yes        yes
post /assessments/{year}/{unitId}/field-closures      yes       -           n/a        yes        -
post /assessments/{year}/{unitId}/returns             n/a       n/a         -          n/a        n/a
post /assessments/{year}/{unitId}/closure             n/a       n/a         -          n/a        n/a
`;
export type Reach = 'own-field' | 'other-field' | 'whole-file' | 'own-agency' | 'other-agency';

/** Whether somebody bound to one field, or working for one agency, may, by operation and by what is concerned; what an operation never concerns is left out. */
export function fieldExpectations(): ReadonlyMap<string, ReadonlyMap<Reach, boolean>> {
  const [head = '', ...lines] = fieldTable.trim().split('\n');
  const names = head.trim().split(/\s+/) as Reach[];
  return new Map(
    lines.map((line): [string, ReadonlyMap<Reach, boolean>] => {
      const [method, path, ...cells] = line.split(/\s+/);
      const known = names.flatMap((name, at): [Reach, boolean][] =>
        cells[at] === 'n/a' ? [] : [[name, cells[at] === 'yes']],
      );
      return [`${method} ${path}`, new Map(known)];
    }),
  );
}

/** What one operation lets in, by column. Only what the table says is there. */
export type Row = ReadonlyMap<string, Cell>;

export interface Cell {
  /** Who gets past the guard. */
  readonly passes: readonly Relation[];
  /** Of these, whom the decision refuses because it is about the own unit. */
  readonly refusedAsOwn: readonly Relation[];
  /** Of these, to whom the list does not show what is about the own unit. */
  readonly leftOutAsOwn: readonly Relation[];
  /** Whether they are refused until the file was submitted. */
  readonly afterSubmission: boolean;
}

/** The rows by operation (`get /units/{unitId}`). Throws for a cell that is missing or is none of the words. */
export function expectations(): ReadonlyMap<string, Row> {
  return rowsOf(table, 2);
}

/** The rows by operation and property (`get /units/{unitId}/notices proposals`). Throws as `expectations`. */
export function propertyExpectations(): ReadonlyMap<string, Row> {
  return rowsOf(propertyTable, 3);
}

/** `named`: how many words name a row. */
function rowsOf(text: string, named: number): ReadonlyMap<string, Row> {
  const [head = '', ...lines] = text.trim().split('\n');
  const columnNames = head.trim().split(/\s+/);
  return new Map(
    lines.map((line): [string, Row] => {
      const all = line.split(/\s+/);
      const [name, words] = [all.slice(0, named).join(' '), all.slice(named)];
      if (words.length !== columnNames.length) throw new Error(`${name}: ${words.length} cells`);
      return [name, new Map(columnNames.map((column, at) => [column, cellOf(words[at] ?? '')]))];
    }),
  );
}

function cellOf(word: string): Cell {
  const passes = reached[word];
  if (!passes) throw new Error(`"${word}" is no word of the table`);
  const belongingAt = (one: string) => (word === one ? belonging : []);
  const own = { refusedAsOwn: belongingAt(judging), leftOutAsOwn: belongingAt(leavingOut) };
  return { passes, ...own, afterSubmission: word === afterSubmission };
}

/** Cells that the document and the roles ask for and the table lacks, and what it has too much. */
export function gapsIn(rows: ReadonlyMap<string, Row>, operations: readonly string[], asked = columns): string[] {
  const missing = operations.flatMap((operation) =>
    asked.filter((column) => !rows.get(operation)?.has(column)).map((column) => `${operation} lacks ${column}`),
  );
  const excess = [...rows.keys()].filter((operation) => !operations.includes(operation));
  return [...missing, ...excess.map((operation) => `${operation} is no operation`)];
}
