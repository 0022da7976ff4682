/** Unit tests beside their files, and tests/collab: the real server with several people. Playwright has its own configuration. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/**/*.test.ts', 'apps/**/*.test.{ts,tsx}', 'tests/house/**/*.test.ts'],
          // Starting and stopping a PostgreSQL takes its time; that runs with the collab tests.
          exclude: ['apps/server/src/db/embedded/**', '**/node_modules/**'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'collab',
          include: ['tests/collab/**/*.test.ts', 'apps/server/src/db/embedded/**/*.test.ts'],
          globalSetup: ['tests/collab/setup.ts'],
          // Two cores: more files at once would measure the machine, not the program.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
