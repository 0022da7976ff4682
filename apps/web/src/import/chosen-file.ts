/**
 * A file somebody has chosen or dropped: looked at before it is sent, and held in this tab from then on, so that it may be changed or
 * deleted on disk. What the server would refuse by its name or size is refused here, at once.
 */
import type { RefusalCode } from '#domain/refusal.ts'

/** Endings of the files that can be brought in. */
export const endings = ['.docx', '.html', '.htm', '.xhtml', '.md', '.markdown', '.txt', '.text'] as const
const mostBytes = 20 * 1024 * 1024

export const unfit = ({ name, size }: Pick<File, 'name' | 'size'>): RefusalCode | null => {
  if (!endings.some((ending) => name.trim().toLowerCase().endsWith(ending))) return 'file-kind-unknown'
  return size > mostBytes ? 'too-large' : null
}

/** Null when it is gone already, or is a folder. */
export const held = async (file: File): Promise<File | null> => {
  try {
    return new File([await file.arrayBuffer()], file.name, { type: file.type })
  } catch {
    return null
  }
}
