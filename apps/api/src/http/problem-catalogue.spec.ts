import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemCatalogue } from './problem-catalogue';

const libs = join(__dirname, '../../../../libs');
const statusOf: Readonly<Record<string, number>> = {
  conflict: 409,
  invalid: 422,
  'not-found': 404,
  forbidden: 403,
  unavailable: 503,
};

/** Code and status of every refusal class in the sources of the libraries; the simulation's made-up bank is asked by nobody. */
function refusals(): { code: string; status: number | undefined }[] {
  const files = readdirSync(libs, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\/src\/.*\.ts$/.test(file) && !/spec\.ts$/.test(file) && !file.startsWith('simulation'),
  );
  return files.flatMap((file) => {
    const text = readFileSync(join(libs, file), 'utf8');
    return [...text.matchAll(/readonly code = '([^']+)';\s+readonly kind = '([^']+)'/g)].map(
      ([, code = '', kind = '']) => ({
        code,
        status: statusOf[kind],
      }),
    );
  });
}

it('explains every refusal of every feature, with the status it is answered with', () => {
  const known = refusals().map(({ code }) => ({ code, status: problemCatalogue[code]?.status }));
  expect(refusals().length).toBeGreaterThan(50);
  expect(known).toEqual(refusals());
});

it('says in a sentence what to do next, which stands behind what is wrong: it does not send the reader there', () => {
  const advice = Object.entries(problemCatalogue).filter(([code]) => !code.startsWith('http.'));
  const faulty = advice.filter(([, { mend }]) => !/^\p{Lu}.*[.…]$/u.test(mend) || mend.includes('"detail"'));
  expect(faulty).toEqual([]);
});

it('explains nothing that is never answered', () => {
  const answered = new Set(refusals().map(({ code }) => code));
  expect(Object.keys(problemCatalogue).filter((code) => !code.startsWith('http.') && !answered.has(code))).toEqual([]);
});
