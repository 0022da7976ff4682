/** For `drizzle-kit generate --name=…` only: migrations are run by the server, under a lock. */
import { defineConfig } from 'drizzle-kit'

// drizzle-kit asks for a default export; it is the only one in the project.
export default defineConfig({
  dialect: 'postgresql',
  casing: 'snake_case',
  schema: [
    './apps/server/src/db/log-tables.ts',
    './apps/server/src/db/newsroom-tables.ts',
    './apps/server/src/db/article-tables.ts',
    './apps/server/src/db/verdict-tables.ts',
    './apps/server/src/auth/tables.ts',
  ],
  out: './drizzle',
})
