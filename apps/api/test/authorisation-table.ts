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
  yes: relations,
};

/**
 * Who gets past the guard, said a second time: by operation and role; `yes`: also who holds the role no more. What the decisions refuse
 * beyond (the own unit's appraisal, the state of a file) is said in their specs. A new operation or role without its cells fails.
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
post /units/{unitId}/succession-rulings                                -         -            -         -         -       -                -            all                    -       -      -
get  /blocks/{blockId}/members                                         yes       yes          yes       yes       yes     yes              yes          yes                    yes     yes    yes
get  /blocks/{blockId}/revision                                        -         -            -         -         -       -                -            all                    all     -      -
post /blocks                                                           -         -            -         -         -       -                -            all                    -       -      -
post /blocks/{blockId}/members                                         -         -            -         -         -       -                -            all                    -       -      -
post /blocks/{blockId}/departures                                      -         -            -         -         -       -                -            all                    -       -      -
get  /working-calendars/{year}/revision                                -         -            -         -         -       -                -            all                    all     -      -
post /working-calendars                                                -         -            -         -         -       -                -            all                    -       -      -
get  /periods/{year}/revision                                          -         -            -         -         -       -                -            all                    all     -      -
post /periods                                                          -         -            -         -         -       -                -            all                    -       -      -
post /periods/{year}/skipped-blocks                                    -         -            -         -         -       -                -            all                    -       -      -
get  /assessments/{year}/{unitId}/revision                             -         own          own       all       all     -                -            all                    all     -      -
post /assessments/{year}/{unitId}/self-scores                          -         own          -         -         -       -                -            -                      -       -      -
post /assessments/{year}/{unitId}/approval-requests                    -         own          -         -         -       -                -            -                      -       -      -
post /assessments/{year}/{unitId}/approval-refusals                    -         -            own       -         -       -                -            -                      -       -      -
post /assessments/{year}/{unitId}/submission                           -         -            own       -         -       -                -            -                      -       -      -
post /assessments/{year}/{unitId}/extensions                           -         -            -         -         -       -                -            all                    -       -      -
post /assessments/{year}/{unitId}/confirmations                        -         -            -         all       -       -                -            -                      -       -      -
post /assessments/{year}/{unitId}/adjustments                          -         -            -         all       -       -                -            -                      -       -      -
post /assessments/{year}/{unitId}/returns                              -         -            -         all       -       -                -            -                      -       -      -
post /assessments/{year}/{unitId}/explanations                         -         -            -         all       -       -                -            -                      -       -      -
post /assessments/{year}/{unitId}/explanations/{explanationId}/answer  -         own          own       -         -       -                -            -                      -       -      -
post /assessments/{year}/{unitId}/field-closures                       -         -            -         all       -       -                -            -                      -       -      -
post /assessments/{year}/{unitId}/closure                              -         -            -         all       -       -                -            -                      -       -      -
post /assessments/{year}/{unitId}/council-decisions                    -         -            -         -         all     -                -            -                      -       -      -
post /assessments/{year}/{unitId}/rulings                              -         -            -         -         all     -                -            -                      -       -      -
get  /scorecards/{year}/{unitId}                                       -         own          own       all       all     -                -            all                    all     all    -
get  /surveys/{year}/{unitId}/revision                                 -         -            -         -         -       all              -            -                      all     -      -
post /surveys/{year}/{unitId}/batches                                  -         -            -         -         -       all              -            -                      -       -      -
post /surveys/{year}/{unitId}/withdrawals                              -         -            -         -         -       all              -            -                      -       -      -
get  /cases/{year}/{unitId}/revision                                   -         -            own       -         -       -                all          -                      all     -      -
post /cases/{year}/{unitId}                                            -         -            -         -         -       -                all          -                      -       -      -
post /cases/{year}/{unitId}/objections                                 -         -            own       -         -       -                -            -                      -       -      -
post /cases/{year}/{unitId}/{caseId}/registration                      -         -            -         -         -       -                all          -                      -       -      -
post /cases/{year}/{unitId}/{caseId}/answer                            -         -            -         -         -       -                all          -                      -       -      -
post /cases/{year}/{unitId}/{caseId}/closure                           -         -            -         -         -       -                all          -                      -       -      -
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
get  /viewings/{year}/{unitId}                                         -         own          own       -         -       -                -            -                      all     -      -
get  /rulesets                                                         yes       yes          yes       yes       yes     yes              yes          yes                    yes     yes    yes
get  /rulesets/{id}/{version}/{sha256}                                 yes       yes          yes       yes       yes     yes              yes          yes                    yes     yes    yes
`;

export type Column = Role | 'anonymous';
export const columns: readonly Column[] = ['anonymous', ...roles];

/** What one operation lets in, by column. Only what the table says is there. */
export type Row = ReadonlyMap<string, readonly Relation[]>;

/** The rows by operation (`get /units/{unitId}`). Throws for a cell that is missing or is none of the words. */
export function expectations(): ReadonlyMap<string, Row> {
  const [head = '', ...lines] = table.trim().split('\n');
  const names = head.trim().split(/\s+/);
  return new Map(
    lines.map((line): [string, Row] => {
      const [method, path, ...words] = line.split(/\s+/);
      if (words.length !== names.length) throw new Error(`${path}: ${words.length} cells for ${names.length} columns`);
      return [`${method} ${path}`, new Map(names.map((name, at) => [name, relationsOf(words[at] ?? '')]))];
    }),
  );
}

function relationsOf(word: string): readonly Relation[] {
  const relationsIn = reached[word];
  if (!relationsIn) throw new Error(`"${word}" is no word of the table`);
  return relationsIn;
}

/** Cells that the document and the roles ask for and the table lacks, and what it has too much. */
export function gapsIn(rows: ReadonlyMap<string, Row>, operations: readonly string[], asked = columns): string[] {
  const missing = operations.flatMap((operation) =>
    asked.filter((column) => !rows.get(operation)?.has(column)).map((column) => `${operation} lacks ${column}`),
  );
  const excess = [...rows.keys()].filter((operation) => !operations.includes(operation));
  return [...missing, ...excess.map((operation) => `${operation} is no operation`)];
}
