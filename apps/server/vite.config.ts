/** Builds the server into one file, dist/server/main.js; packages stay in node_modules. */
import path from 'node:path'
import { defineConfig } from 'vite'

// Vite asks for a default export.
export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'warn',
  build: {
    ssr: 'src/main.ts',
    target: 'node20',
    outDir: path.join(import.meta.dirname, '../../dist/server'),
    emptyOutDir: true,
    sourcemap: true,
  },
})
