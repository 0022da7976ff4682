/**
 * How the web app is built and served while developing. The build goes to dist/web, where the server looks for it.
 * No service worker and no source maps: what the browser gets is what the budget counts.
 */
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const server = process.env['TICKMARK_SERVER'] ?? 'http://localhost:3000'

/** The component kit carries its built-in sentences in 30 languages; the interface has one until there is a second catalogue. */
const oneLanguageOfTheKit = (): Plugin => ({
  name: 'one-language-of-the-kit',
  enforce: 'pre',
  load: (id) =>
    /\/react-(aria|stately|aria-components)\/dist\/.*\/intl\/.*\/(?!en-US)[a-z]{2}-[A-Z]{2}\.m?js$/.test(id)
      ? 'export default {}'
      : null,
})

/** Messages have plurals and choices, and no skeletons of numbers and dates (WD10): their parser is not carried. */
const noSkeletons = (): Plugin => ({
  name: 'no-skeletons',
  enforce: 'pre',
  load: (id) =>
    id.endsWith('@formatjs/icu-skeleton-parser/index.js')
      ? ['parseDateTimeSkeleton', 'parseNumberSkeleton', 'parseNumberSkeletonFromString']
          .map((name) => `export const ${name} = () => { throw new Error('No skeletons in messages.') }`)
          .join('\n')
      : null,
})

/** The two Latin faces are asked for together with the page, so that the first words do not change shape. */
const earlyFaces = (): Plugin => ({
  name: 'early-faces',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((file) => /(inter|source-serif-4)-latin-wght-normal[^/]*\.woff2$/.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: '' },
          injectTo: 'head' as const,
        })),
  },
})

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), oneLanguageOfTheKit(), noSkeletons(), earlyFaces()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    // Says which page loads what, for the check of their size.
    manifest: true,
    // The article desk's editor is the largest piece; the budget is counted in gzip, for a whole page.
    chunkSizeWarningLimit: 600,
    // light-dark() and logical properties are used as they are.
    target: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    // All of these know modulepreload by themselves.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: {
    port: 5173,
    proxy: {
      '/api': server,
      '/sync': { target: server, ws: true },
      '/live': { target: server, ws: true },
    },
  },
})
