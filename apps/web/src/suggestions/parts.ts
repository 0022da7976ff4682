/** Suggested claims as the article desk shows them, loaded once the text is there. */
import { onDemand } from '#web/ui/on-demand.tsx'

export const Suggestions = onDemand(() => import('./suggestions.tsx').then((part) => part.Suggestions))
