import tseslint from 'typescript-eslint';
import { driverTypes } from './scripts/lint/driver-types.ts';
import { JSON_TYPE } from './scripts/lint/row-type.ts';
import { checkSql } from './scripts/lint/safeql.ts';

/**
 * ESLint runs for one question alone: does each query fit the migrated database, and is the row type given to it
 * right? Everything else is Biome's. `npm run check` sets SPLOT_LINT_DATABASE to a database just migrated.
 */
const databaseUrl = process.env.SPLOT_LINT_DATABASE;
if (!databaseUrl) throw new Error('SPLOT_LINT_DATABASE is not set: run `npm run check`');

const connection = {
  databaseUrl,
  keepAlive: true,
  // What the driver gives for each type of column, see src/kernel/db/database.ts.
  overrides: {
    types: {
      date: 'string',
      timestamptz: 'Date',
      uuid: 'string',
      int8: 'number',
      numeric: 'string',
      json: JSON_TYPE,
      jsonb: JSON_TYPE,
    },
  },
  targets: [
    { wrapper: { regex: '(ctx\\.)?tx\\.(many|one|maybe)' } },
    { wrapper: { regex: '(ctx\\.)?tx\\.run' }, skipTypeAnnotations: true },
  ],
};

export default [
  {
    files: ['src/**/queries.ts', 'src/kernel/**/*.ts'],
    ignores: ['**/*.test.ts'],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
    plugins: { splot: { rules: { 'check-sql': checkSql, 'driver-types': driverTypes } } },
    rules: {
      'splot/check-sql': ['error', { connections: connection }],
      'splot/driver-types': ['error', databaseUrl],
    },
  },
];
