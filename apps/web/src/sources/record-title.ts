/** The title of the open record: where the focus goes when what had it is gone because it was done. */
export const recordTitle = 'record-title'

/** Two frames on: a dialog that closes gives the focus back first, and a new record has to be there. */
export function focusRecordTitle(): void {
  requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(recordTitle)?.focus()))
}
