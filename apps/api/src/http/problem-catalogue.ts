import { accessProblems } from '../access/access.problems';
import { accountabilityProblems } from '../accountability/accountability.problems';
import { appraisalProblems } from '../assessment/appraisal.problems';
import { assessmentProblems } from '../assessment/assessment.problems';
import { councilProblems } from '../assessment/council.problems';
import { rulingProblems } from '../assessment/ruling.problems';
import { fileRegisterProblems } from '../file-register/file-register.problems';
import { noticesProblems } from '../notices/notices.problems';
import { periodProblems } from '../period/period.problems';
import { scorecardProblems } from '../scorecard/scorecard.problems';
import { unitProblems } from '../unit/unit.problems';
import { unitRegisterProblems } from '../unit-register/unit-register.problems';
import { surveyProblems } from '../survey/survey.problems';
import { caseworkProblems } from '../casework/casework.problems';
import { publicationProblems } from '../publication/publication.problems';
import { rankingProblems } from '../ranking/ranking.problems';
import { httpProblems } from './http.problems';
import type { ProblemCatalogue } from './problem';
import { sharedProblems } from './shared.problems';

/** Every problem type that the API can answer with. A test holds it complete against the refusals of all features. */
export const problemCatalogue: ProblemCatalogue = {
  ...httpProblems,
  ...sharedProblems,
  ...unitProblems,
  ...periodProblems,
  ...assessmentProblems,
  ...appraisalProblems,
  ...councilProblems,
  ...rulingProblems,
  ...scorecardProblems,
  ...surveyProblems,
  ...caseworkProblems,
  ...publicationProblems,
  ...rankingProblems,
  ...accountabilityProblems,
  ...noticesProblems,
  ...fileRegisterProblems,
  ...unitRegisterProblems,
  ...accessProblems,
};
