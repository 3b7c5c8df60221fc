/** The states of a unit's year in the order of its course, by the word that stands above their column. */
export const states = {
  none: 'the year is open, the file is not',
  decl: 'declaring; everything is declared',
  late: 'declaring, and the deadline has passed',
  wait: 'awaiting the approval of the head',
  subm: 'submitted',
  retn: 'returned to the unit',
  appr: 'appraised in part',
  expl: 'awaiting an explanation',
  judg: 'explained, and everything appraised',
  shut: 'every field closed',
  clos: 'appraisal closed',
  coun: 'decided on by the council',
  prov: 'provisional results announced',
  obje: 'objected to',
  uphd: 'objection upheld',
  ruld: 'ruled on, and the time for objections over',
  offi: 'official',
  disp: 'official, and ruled on since',
  corr: 'corrected',
} as const;
export type State = keyof typeof states;
/** In which the file is open and was never submitted. */
export const draftStates: readonly State[] = ['decl', 'late', 'wait'];
export const stateNames = Object.keys(states) as State[];

/**
 * What becomes of a request that the guard lets in. `✓`: it is answered, and a command's events are recorded; `-`: what is not published is left out of the answer; else the status of the refusal. `*`: whoever works for the unit is
 * refused as such, before the state is looked at.
 */
const words = ['✓', '-', '404', '404*', '409', '409*'] as const;
export type Word = (typeof words)[number];

/** Every operation on a unit's year, or on what is made of it, in every state. A new operation or state without its cells fails. */
const table = `
                                                                       none decl late wait subm retn appr expl judg shut clos coun prov obje uphd ruld offi disp corr
get  /assessments/{year}                                               -    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓
get  /assessments/{year}/{unitId}                                      404  ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓
get  /assessments/{year}/{unitId}/revision                             ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓
post /assessments/{year}/{unitId}/self-scores                          404  ✓    409  409  409  ✓    409  409  409  409  409  409  409  409  409  409  409  409  409
post /assessments/{year}/{unitId}/approval-requests                    404  ✓    409  409  409  ✓    409  409  409  409  409  409  409  409  409  409  409  409  409
post /assessments/{year}/{unitId}/approval-refusals                    404  409  409  ✓    409  409  409  409  409  409  409  409  409  409  409  409  409  409  409
post /assessments/{year}/{unitId}/submission                           404  409  409  ✓    409  409  409  409  409  409  409  409  409  409  409  409  409  409  409
post /assessments/{year}/{unitId}/extensions                           404  ✓    ✓    ✓    409  ✓    409  409  409  409  409  409  409  409  409  409  409  409  409
post /assessments/{year}/{unitId}/appraisal-extensions                 404  409  409  409  ✓    409  ✓    ✓    ✓    ✓    409  409  409  409  409  409  409  409  409
post /assessments/{year}/{unitId}/confirmations                        404  409  409  409  ✓    409  ✓    ✓    409* 409* 409  409  409  409  409  409  409  409  409
post /assessments/{year}/{unitId}/adjustments                          404  409  409  409  ✓    409  ✓    ✓    409* 409* 409  409  409  409  409  409  409  409  409
post /assessments/{year}/{unitId}/returns                              404  409  409  409  ✓    409  ✓    ✓    ✓    ✓    409  409  409  409  409  409  409  409  409
post /assessments/{year}/{unitId}/explanations                         404  409  409  409  ✓    409  ✓    ✓    ✓    409* 409  409  409  409  409  409  409  409  409
post /assessments/{year}/{unitId}/explanations/{explanationId}/answer  404  404  404  404  404  404  404  ✓    409  409  409  409  409  409  409  409  409  409  409
post /assessments/{year}/{unitId}/field-closures                       404  409  409  409  409* 409  409* 409* ✓    409* 409  409  409  409  409  409  409  409  409
post /assessments/{year}/{unitId}/closure                              404  409  409  409  409* 409  409* 409* 409* ✓    409  409  409  409  409  409  409  409  409
post /assessments/{year}/{unitId}/council-decisions                    404  409  409  409  409  409  409  409  409  409  ✓    ✓    ✓    ✓    ✓    409  409  409  409
post /assessments/{year}/{unitId}/rulings                              404  409  409  409  409  409  409  409  409  409  409* 409* 409* 409* ✓    ✓    ✓    ✓    ✓
get  /scorecards/{year}/{unitId}                                       404  ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓
get  /surveys/{year}/{unitId}                                          ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓
get  /surveys/{year}/{unitId}/revision                                 ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓
post /surveys/{year}/{unitId}/batches                                  404  ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓
post /surveys/{year}/{unitId}/withdrawals                              404  ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓
get  /cases                                                            -    -    -    -    -    -    -    -    -    -    -    -    -    ✓    ✓    ✓    ✓    ✓    ✓
get  /cases/{year}/{unitId}                                            ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓
get  /cases/{year}/{unitId}/{caseId}/course                            404* 404* 404* 404* 404* 404* 404* 404* 404* 404* 404* 404* 404* ✓    ✓    ✓    ✓    ✓    ✓
get  /cases/{year}/{unitId}/{caseId}/rulings                           404* 404* 404* 404* 404* 404* 404* 404* 404* 404* 404* 404* 404* ✓    ✓    ✓    ✓    ✓    ✓
get  /cases/{year}/{unitId}/revision                                   ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓
post /cases/{year}/{unitId}                                            ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓
post /cases/{year}/{unitId}/objections                                 409  409  409  409  409  409  409  409  409  409  409  409  ✓    ✓    ✓    409  409  409  409
post /cases/{year}/{unitId}/{caseId}/registration                      404* 404* 404* 404* 404* 404* 404* 404* 404* 404* 404* 404* 404* ✓    ✓    ✓    ✓    ✓    ✓
post /cases/{year}/{unitId}/{caseId}/answer                            404* 404* 404* 404* 404* 404* 404* 404* 404* 404* 404* 404* 404* ✓    409* 409* 409* 409* 409*
post /cases/{year}/{unitId}/{caseId}/closure                           404* 404* 404* 404* 404* 404* 404* 404* 404* 404* 404* 404* 404* ✓    409* 409* 409* 409* 409*
get  /results/{year}/{blockId}/revision                                ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓
post /results/{year}/{blockId}/opening                                 ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓
post /results/{year}/{blockId}/provisional-results                     409  409  ✓    409  409  409  409  409  409  409  ✓    ✓    ✓    ✓    ✓    ✓    409  409  409
post /results/{year}/{blockId}/publication                             409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  ✓    409  409  409
post /results/{year}/{blockId}/corrections                             409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  409  ✓    409
post /results/imports                                                  ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓
get  /rankings                                                         -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    ✓    ✓    ✓
get  /rankings/units/{unitId}                                          -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    ✓    ✓    ✓
get  /rankings/{year}/{blockId}                                        404  404  404  404  404  404  404  404  404  404  404  404  404  404  404  404  ✓    ✓    ✓
get  /rankings/{year}/{blockId}/present                                ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓
get  /flags                                                            -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    ✓    ✓    ✓
get  /flags/units/{unitId}                                             -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    -    ✓    ✓    ✓
`;

/** What is about no unit's year: the same in every state. Every other operation needs a row. */
const stateless =
  /^(get|post) \/(health|projections|auth|me|accounts|units|blocks|working-calendars|periods|viewings|list-viewings|rulesets)(\/|$)/;

/** What one operation leads to, by state. Only what the table says is there. */
export type Course = ReadonlyMap<string, Word>;

/** The rows by operation. Throws for a row of another length than the head, and for a cell that is none of the words. */
export function courses(): ReadonlyMap<string, Course> {
  const [head = '', ...lines] = table.trim().split('\n');
  const names = head.trim().split(/\s+/);
  return new Map(
    lines.map((line): [string, Course] => {
      const [method, path, ...cells] = line.trim().split(/\s+/);
      if (cells.length !== names.length) throw new Error(`${path}: ${cells.length} cells for ${names.length} states`);
      return [`${method} ${path}`, new Map(names.map((name, at) => [name, wordOf(cells[at])]))];
    }),
  );
}

function wordOf(cell: string | undefined): Word {
  const word = words.find((one) => one === cell);
  if (!word) throw new Error(`"${cell}" is no word of the table`);
  return word;
}

/** Cells that the operations and states ask for and the table lacks, and what it has too much. */
export function gapsInStates(
  rows: ReadonlyMap<string, Course>,
  operations: readonly string[],
  asked: readonly string[] = stateNames,
): string[] {
  const concerned = operations.filter((operation) => !stateless.test(operation));
  const missing = concerned.flatMap((operation) =>
    asked.filter((state) => !rows.get(operation)?.has(state)).map((state) => `${operation} lacks ${state}`),
  );
  const excess = [...rows.keys()].filter((operation) => !concerned.includes(operation));
  return [...missing, ...excess.map((operation) => `${operation} is no operation on a unit's year`)];
}
