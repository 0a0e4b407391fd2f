import { defineConfig } from 'vitest/config';

const common = { globalSetup: ['test/global-setup.ts'], testTimeout: 30_000, hookTimeout: 90_000 };

/** Two projects: `fast` proves code against a real database, `journeys` walks through the pages in a browser. */
export default defineConfig({
  test: {
    maxWorkers: process.env.TEST_WORKERS ? Number(process.env.TEST_WORKERS) : 2,
    env: { NODE_ENV: 'test', TZ: 'UTC' },
    projects: [
      {
        extends: true,
        test: {
          ...common,
          name: 'fast',
          include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'test/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...common,
          name: 'journeys',
          include: ['test/journeys/**/*.journey.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A browser beside other tests takes its time; a second is too short to say that nothing came.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
