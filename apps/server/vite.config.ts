/** Builds the server and its commands into dist/server; packages stay in node_modules. */
import path from 'node:path'
import { defineConfig } from 'vite'

// Vite asks for a default export.
export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'warn',
  build: {
    ssr: true,
    rolldownOptions: {
      input: [
        'src/main.ts',
        'src/commands/verify-history.ts',
        'src/commands/add-person.ts',
        'src/commands/carry.ts',
        'src/commands/backup.ts',
        'src/commands/restore.ts',
        'src/import/read-file.ts',
        'src/rooms/text-worker.ts',
      ],
    },
    target: 'node20',
    outDir: path.join(import.meta.dirname, '../../dist/server'),
    emptyOutDir: true,
    sourcemap: true,
  },
})
