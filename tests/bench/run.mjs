/**
 * Builds the server and the benches into a folder of their own and runs one of them, every server as a process of its own:
 * `npm run bench:rooms -- [row…]`, `npm run bench:desk`. BENCH_LOGS=1 shows what the servers say.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'

const root = path.resolve(import.meta.dirname, '../..')
const cache = path.join(root, 'node_modules/.cache')
mkdirSync(cache, { recursive: true })
const outDir = mkdtempSync(path.join(cache, 'tickmark-bench-'))
const config = { logLevel: 'warn' }
const [bench, ...rest] = process.argv.slice(2)
let status = 1
try {
  // The server looks for the pages at its start, though nobody here reads one.
  if (!existsSync(path.join(root, 'dist/web/index.html'))) {
    await build({ ...config, configFile: path.join(root, 'apps/web/vite.config.ts') })
  }
  const server = { outDir: path.join(outDir, 'server') }
  await build({ ...config, configFile: path.join(root, 'apps/server/vite.config.ts'), build: server })
  await build({
    ...config,
    configFile: false,
    root,
    build: {
      ssr: true,
      target: 'node20',
      outDir: path.join(outDir, 'bench'),
      rolldownOptions: {
        input: ['rooms', 'desk', 'relay-server', 'hocuspocus-server'].map((name) => `tests/bench/${name}.ts`),
        // They find one another beside themselves.
        output: { chunkFileNames: '[name]-[hash].js' },
      },
    },
  })
  await build({
    ...config,
    configFile: false,
    root,
    build: {
      outDir: path.join(outDir, 'bench'),
      emptyOutDir: false,
      rolldownOptions: {
        input: 'tests/bench/desk/floor.ts',
        output: { entryFileNames: 'floor.js', codeSplitting: false },
      },
    },
  })
  copyFileSync(path.join(root, 'tests/builders/gc-on-signal.mjs'), path.join(outDir, 'bench/gc-on-signal.mjs'))
  const run = spawnSync(process.execPath, [path.join(outDir, `bench/${bench}.js`), ...rest], { stdio: 'inherit' })
  status = run.status ?? 1
} finally {
  rmSync(outDir, { recursive: true, force: true })
}
process.exit(status)
