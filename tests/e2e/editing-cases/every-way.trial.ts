/** EC01… once more: while the other writes and neither sees the other, and with the one who edits offline. */
import { aloneCases, bothCases } from './cases.ts'
import { playAll } from './play.ts'

playAll(aloneCases, 1, ['at-once', 'offline'])
playAll(bothCases, 71, ['offline'])
