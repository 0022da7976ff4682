/** The evening on a real article that is not in this repository: its folder is named by ARTICLES. Otherwise as playwright.config.ts. */
import path from 'node:path'
import config from '../../playwright.config.ts'

if (!process.env['ARTICLES']) throw new Error('Set ARTICLES to the folder that holds the real article.')

export default {
  ...config,
  testDir: path.join(import.meta.dirname, 'real-article'),
  testIgnore: [],
  outputDir: path.join(import.meta.dirname, '../../test-results/real-article'),
  // One long evening: nothing here is to be hurried.
  timeout: 180_000,
  webServer: { ...config.webServer, cwd: path.join(import.meta.dirname, '../..') },
}
