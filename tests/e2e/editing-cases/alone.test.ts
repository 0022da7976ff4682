/** EC01…: one person edits, the other looks on, and both see the same as the server. */
import { aloneCases } from './cases.ts'
import { playAll } from './play.ts'

playAll(aloneCases, 1, ['together'])
