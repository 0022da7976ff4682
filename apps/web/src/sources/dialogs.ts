/** The library's dialogs, loaded when one is first opened: most visits to the library only read. */
import { onDemand } from '#web/ui/on-demand.tsx'

export const DescribeDialog = onDemand(() => import('./describe-dialog.tsx').then((part) => part.DescribeDialog))
export const MergeDialog = onDemand(() => import('./merge-dialog.tsx').then((part) => part.MergeDialog))
export const TakeBackDialog = onDemand(() => import('./take-back-dialog.tsx').then((part) => part.TakeBackDialog))
