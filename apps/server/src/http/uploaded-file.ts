/**
 * The file an article came in, between its upload and the moment somebody brings it in. Whoever uploaded it gets a receipt and shows it
 * again: a SHA-256 alone, read in a history, opens no file of an article that is closed to the reader. Rule FI13.
 */
import { timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import type { FileRef } from '#domain/event.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { type UploadedFile, uploadedFile } from '#protocol/uploaded-file.ts'
import type { Auth } from '../auth/auth.ts'
import { keyedHash } from '../auth/token.ts'
import { kindByName, mediaTypes, plainName } from '../import/file-kind.ts'
import { text } from './answer.ts'
import type { Env } from './env.ts'

/** As it is sent along with an article. */
export const sentFile = uploadedFile.extend({ name: text(255).min(1), type: text(200) }).nullable()

const hashOf = (auth: Auth, newsroomId: string, { sha256, size }: Pick<FileRef, 'sha256' | 'size'>): Promise<Buffer> =>
  keyedHash(auth, 'upload', `${newsroomId}\n${sha256}\n${size}`)

export async function withReceipt(auth: Auth, newsroomId: string, file: FileRef): Promise<UploadedFile> {
  return { ...file, receipt: (await hashOf(auth, newsroomId, file)).toString('base64url') }
}

/** The file that whoever asks has uploaded here. Its kind follows from its name, as it did when it was read. */
export async function fileOf(
  { var: { auth, actor } }: Context<Env>,
  sent: UploadedFile | null,
): Promise<Result<FileRef | null>> {
  if (sent === null) return ok(null)
  const expected = await hashOf(auth, actor.newsroomId, sent)
  const shown = Buffer.from(sent.receipt, 'base64url')
  if (shown.length !== expected.length || !timingSafeEqual(shown, expected)) return refuse('file-unknown')
  const name = plainName(sent.name)
  const kind = kindByName(name)
  const type = kind === null ? 'application/octet-stream' : mediaTypes[kind]
  return ok({ sha256: sent.sha256, size: sent.size, name, type })
}
