import { assessmentStream } from '@app/assessment';
import { caseworkStream } from '@app/casework';
import { surveyStream } from '@app/survey';

/** The three streams that a unit's year is the fold of. */
export function fileStreams(year: number, unitId: string): string[] {
  return [assessmentStream(year, unitId), surveyStream(year, unitId), caseworkStream(year, unitId)];
}
