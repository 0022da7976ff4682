/** EC71…: both edit the same claim at the same moment. */
import { bothCases } from './cases.ts'
import { playAll } from './play.ts'

playAll(bothCases, 71, ['at-once'])
