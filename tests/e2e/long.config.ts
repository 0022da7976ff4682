/** The sweeps over every page, theme and width, and what people do once a night or seldom: minutes of it. Otherwise as playwright.config.ts. */
import path from 'node:path'
import config from '../../playwright.config.ts'

const { grepInvert: _long, ...others } = config

export default {
  ...others,
  grep: [/@long/, /seldom\//],
  testDir: import.meta.dirname,
  testIgnore: ['real-article/**', 'editing-cases/**'],
  outputDir: path.join(import.meta.dirname, '../../test-results/long'),
  webServer: { ...config.webServer, cwd: path.join(import.meta.dirname, '../..') },
}
