/**
 * End-to-end tests: a real browser against the built server in demo mode, which starts anew for every run. Sweeps over every page, theme and
 * width (`@long`), and what people do once a night or seldom, run with the trials (tests/e2e/long.config.ts).
 */
import { defineConfig } from '@playwright/test'
import { findChromium } from './tests/e2e/chromium.ts'

const port = process.env['E2E_PORT'] ?? '3987'
/** The build to try, dist/ unless told otherwise: so that a build in another folder can be tried while this one is being made. */
const server = process.env['E2E_SERVER'] ?? 'dist/server/main.js'
const { executablePath, args, env } = await findChromium(process.env)

export default defineConfig({
  testDir: 'tests/e2e',
  // These have configurations of their own.
  testIgnore: ['real-article/**', 'editing-cases/**', 'seldom/**'],
  grepInvert: /@long/,
  outputDir: 'test-results',
  // Two cores, one server: more browsers at once would measure the machine.
  workers: 2,
  fullyParallel: false,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: { executablePath, args, env: { ...process.env, ...env } },
    locale: 'en-GB',
    timezoneId: 'Europe/Lisbon',
    // What cannot be clicked in this time cannot be clicked.
    actionTimeout: 15_000,
    // A fifth of the time of every test: asked for, when one that fails has to be understood.
    trace: process.env['TRACE'] === undefined ? 'off' : 'retain-on-failure',
  },
  webServer: {
    command: `node ${server} --demo`,
    env: { PORT: port },
    url: `http://127.0.0.1:${port}/health/ready`,
    reuseExistingServer: false,
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
})
