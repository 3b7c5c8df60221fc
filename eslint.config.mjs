import eslint from '@eslint/js';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';
import { noFloatArithmetic } from './tools/eslint/no-float-arithmetic.mjs';

/** Libraries without any I/O: given the same input they give the same output, for ever. */
const pure = ['libs/kernel/src/**', 'libs/ruleset/src/**', 'libs/scoring/src/**'];
/** Files that decide or fold: no clock, no randomness, no ids of their own. */
const decisions = [...pure, 'libs/{unit,period,assessment,survey,casework,publication,access}/src/*.ts'];
const tests = ['**/*.spec.ts', '**/*.int-spec.ts', '**/*.e2e-spec.ts', 'libs/testing/**', 'test/**'];

const clocks = 'Clocks never originate here: take the instant as a parameter.';
const noAmbient = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: clocks },
  { selector: 'CallExpression[callee.name="Date"]', message: clocks },
  { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: clocks },
  {
    selector: 'MemberExpression[object.name=/^(performance|process)$/]',
    message: 'Nothing of the machine enters here.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'Random numbers never originate here.',
  },
  {
    selector: 'CallExpression[callee.name=/^(randomUUID|randomBytes|uuidv4|uuidv7)$/]',
    message: 'Ids never originate here.',
  },
  {
    selector: 'MemberExpression[property.name=/^(getRandomValues|randomUUID|randomBytes)$/]',
    message: 'Random numbers and ids never originate here.',
  },
];

export default tseslint.config(
  { ignores: ['dist/**', 'var/**', 'node_modules/**', 'coverage/**', '**/*.generated.ts'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['libs/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Libraries receive values through module options.' },
      ],
    },
  },
  {
    files: decisions,
    ignores: [...tests, 'libs/kernel/src/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noAmbient] },
  },
  {
    files: pure,
    ignores: [...tests, 'libs/kernel/src/{rational,clock}.ts'],
    plugins: { house: { rules: { 'no-float-arithmetic': noFloatArithmetic } } },
    rules: { 'house/no-float-arithmetic': 'error', 'no-restricted-syntax': ['error', ...noAmbient] },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: {
        require: 'readonly',
        module: 'writable',
        process: 'readonly',
        console: 'readonly',
        __dirname: 'readonly',
        setTimeout: 'readonly',
        URL: 'readonly',
      },
    },
  },
  {
    files: tests,
    rules: { 'max-lines-per-function': 'off', 'max-lines': 'off', '@typescript-eslint/unbound-method': 'off' },
  },
  prettier,
);
