/**
 * The whole case table: one person edits or two at once, and EVERY_WAY also both unseen and offline. It takes minutes, so it is one of the
 * trials. Otherwise as playwright.config.ts.
 */
import path from 'node:path'
import config from '../../../playwright.config.ts'

export default {
  ...config,
  testDir: import.meta.dirname,
  testIgnore: [],
  testMatch: process.env['EVERY_WAY'] ? '*.{test,trial}.ts' : '*.test.ts',
  outputDir: path.join(import.meta.dirname, '../../../test-results/editing-cases'),
  webServer: { ...config.webServer, cwd: path.join(import.meta.dirname, '../../..') },
}
