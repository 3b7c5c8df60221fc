import { httpProblems } from './http.problems';
import type { ProblemCatalogue } from './problem';

/** Every problem type that the API can answer with. A test holds it complete against the refusals of all features. */
export const problemCatalogue: ProblemCatalogue = {
  ...httpProblems,
};
