/** The parts of coverage as the article desk shows them, loaded once the text is there. */
import { onDemand } from '#web/ui/on-demand.tsx'

export const Coverage = onDemand(() => import('./coverage.tsx').then((part) => part.Coverage))
export const CoverageDoor = onDemand(() => import('./coverage-door.tsx').then((part) => part.CoverageDoor))
export const SentenceList = onDemand(() => import('./sentence-list.tsx').then((part) => part.SentenceList))
