/**
 * What one message, socket and article may cost the others. Each is a setting (`settings.ts` reads them, README lists them); whoever
 * passes one is told with a close code of its own, and what they typed stays in their tab. Rules RM20–RM27.
 */
export interface Limits {
  /** One message; the editor refuses larger pastes before they become an update. */
  readonly messageBytes: number
  /** The whole text of one article, its history of changes included. */
  readonly documentBytes: number
  /** Windows that show one article at the same time, on this server. */
  readonly peoplePerArticle: number
  /** Changes a second that one socket may go on sending. */
  readonly updatesPerSecond: number
  /** Changes that may come at once before a socket is read more slowly. */
  readonly updateBurst: number
  /** What one person shows of themselves. */
  readonly presenceBytes: number
  /** Changes of one socket that wait for others they lean on. */
  readonly pendingBytes: number
  /** What may wait for one reader. */
  readonly unsentBytes: number
  /** What may wait for a room that is still opening. */
  readonly earlyFrames: number
  /** How long an unusual change may take when it is tried aside, before anyone is made to wait for it. */
  readonly trialMs: number
}

export const defaultLimits: Limits = {
  messageBytes: 2 * 1024 * 1024,
  documentBytes: 10 * 1024 * 1024,
  peoplePerArticle: 100,
  updatesPerSecond: 50,
  updateBurst: 200,
  presenceBytes: 4 * 1024,
  pendingBytes: 64 * 1024,
  unsentBytes: 4 * 1024 * 1024,
  earlyFrames: 200,
  trialMs: 250,
}
