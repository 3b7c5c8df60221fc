const esmPackages = [
  '@nestjs',
  'uuid',
  'jose',
  'openid-client',
  'oauth4webapi',
  'oidc-provider',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
];

module.exports = {
  testEnvironment: '<rootDir>/test/setup/environment.js',
  // google-protobuf keeps its state in globals; cleaning them up would warn in every spec that speaks gRPC.
  testEnvironmentOptions: { globalsCleanup: 'off' },
  testMatch: ['<rootDir>/{apps,libs,test}/**/*.{spec,int-spec,e2e-spec,stress-spec}.ts'],
  moduleFileExtensions: ['js', 'mjs', 'ts', 'json'],
  testSequencer: '<rootDir>/test/setup/heavy-first.js',
  runner: '<rootDir>/test/setup/two-parts.js',
  maxWorkers: 2,
  globalSetup: '<rootDir>/test/setup/start-postgres.js',
  globalTeardown: '<rootDir>/test/setup/stop-postgres.js',
  // For a machine with other work: what is to succeed takes far less, what hangs is named in the end.
  testTimeout: 120_000,
  // Half a second, as Jest has it, is not enough on such a machine: it then speaks of leaks where there are none (--detectOpenHandles).
  workerGracefulExitTimeout: 10_000,
  setupFiles: ['reflect-metadata'],
  moduleNameMapper: { '^@app/([^/]+)$': '<rootDir>/libs/$1/src/index.ts' },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/var'],
  transform: {
    '^.+\\.(t|m?j)s$': [
      '@swc/jest',
      {
        sourceMaps: 'inline',
        module: { type: 'commonjs' },
        jsc: {
          target: 'es2023',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
      },
    ],
  },
  transformIgnorePatterns: [`node_modules/(?!(${esmPackages.join('|')})/)`],
};
