/** A file that was uploaded, as its uploader names it: the receipt shows that they had the file itself, and not only its SHA-256. */
import { z } from 'zod'
import { fileRef } from '#domain/event.ts'

export const uploadedFile = fileRef.extend({ receipt: z.string().max(100) })
export type UploadedFile = z.infer<typeof uploadedFile>
