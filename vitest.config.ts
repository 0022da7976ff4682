/** Unit tests beside their files, and tests/collab: the real server with several people, tests/trials: faults and attacks. Playwright has its own configuration. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // Importing everything anew for each file took longer than the tests; so they leave nothing behind that runs on.
          isolate: false,
          include: ['packages/**/*.test.ts', 'apps/**/*.test.{ts,tsx}', 'tests/house/**/*.test.ts'],
          // Starting and stopping a PostgreSQL takes its time; that runs with the collab tests.
          exclude: ['apps/server/src/db/embedded/**', '**/node_modules/**'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'collab',
          isolate: false,
          include: ['tests/collab/**/*.test.ts', 'apps/server/src/db/embedded/**/*.test.ts'],
          globalSetup: ['tests/collab/setup.ts'],
          // Two cores: more files at once would measure the machine, not the program.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'trials',
          include: ['tests/trials/**/*.test.ts'],
          globalSetup: ['tests/collab/setup.ts'],
          // One at a time: they kill, stop and crowd servers, and look at how those fare.
          maxWorkers: 1,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
