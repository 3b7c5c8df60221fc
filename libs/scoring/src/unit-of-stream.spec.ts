import { unitOfStream } from './unit-of-stream';

it.each([
  ['assessment-2025.u17', 'u17'],
  ['survey-2025.u17', 'u17'],
  ['casework-2024.u.17-b', 'u.17-b'],
  ['unit-u17', 'u17'],
  ['block-so', undefined],
  ['period-2025', undefined],
  ['results-2025.so', undefined],
])('%s is about the unit %s', (stream, unit) => expect(unitOfStream(stream)).toBe(unit));
