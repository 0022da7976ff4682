/**
 * Weighs the script of each page as a browser first loads it: the entry, the page, and everything they import at once, in gzip. Pages
 * opened all night have a budget; what a page loads on demand later is not part of it. Rule HS4.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

const folder = process.argv[2] ?? 'dist/web'
/** kB of 1,000 bytes. */
const budget = { 'src/claims/article-desk.tsx': 380 }
const budgetOfOthers = 230
/** Loaded inside a page, not a page. */
const isPage = (name) => /-(page|desk)\.tsx$/.test(name)

const manifest = JSON.parse(readFileSync(path.join(folder, '.vite/manifest.json'), 'utf8'))
const weigh = (file) => gzipSync(readFileSync(path.join(folder, file))).length / 1000

function closure(name, seen = new Set()) {
  if (seen.has(name)) return seen
  seen.add(name)
  for (const imported of manifest[name].imports ?? []) closure(imported, seen)
  return seen
}

let tooHeavy = 0
for (const page of Object.keys(manifest).filter(isPage)) {
  const files = new Set([...closure('index.html'), ...closure(page)].map((name) => manifest[name].file))
  const weight = Math.round(
    [...files].filter((file) => file.endsWith('.js')).reduce((sum, file) => sum + weigh(file), 0),
  )
  const most = budget[page] ?? budgetOfOthers
  if (weight > most) tooHeavy += 1
  process.stdout.write(
    `${weight > most ? 'TOO HEAVY' : 'ok       '}  ${String(weight).padStart(3)} of ${most} kB  ${page}\n`,
  )
}
process.exit(tooHeavy === 0 ? 0 : 1)
