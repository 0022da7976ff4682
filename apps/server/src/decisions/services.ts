/** What every command works with. Made once in main.ts; tests make their own. */
import type { Blobs } from '../blobs/disk-blobs.ts'
import type { Database } from '../db/database.ts'
import type { Announcer } from '../log/announcer.ts'
import type { TextLane } from '../log/text-lane.ts'
import type { Rooms } from '../rooms/rooms.ts'

export interface Services {
  readonly db: Database
  readonly lane: TextLane
  readonly rooms: Rooms
  readonly announcer: Announcer
  readonly blobs: Blobs
  readonly now: () => Date
}
