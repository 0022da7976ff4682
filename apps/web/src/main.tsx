/** The browser app starts here: appearance first, so that nothing flashes, then the pages. */
import './ui/tokens.css'
import './ui/base.css'
import './ui/galley.css'
import './ui/faces.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { watchSignedOut } from './frame/signed-out.ts'
import { makeQueryClient } from './queries.ts'
import { makeRouter } from './router.tsx'
import { MessageRegion } from './ui/messages.tsx'
import { startPreference } from './words/preference.ts'
import { WordsProvider } from './words/words.tsx'

startPreference()

const queries = makeQueryClient()
const router = makeRouter(queries)
watchSignedOut(queries, router)
const place = document.getElementById('app')
if (place === null) throw new Error('index.html has no #app')

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <WordsProvider>
        <RouterProvider router={router} />
        <MessageRegion />
      </WordsProvider>
    </QueryClientProvider>
  </StrictMode>,
)
