/** The people of the demo. Their names and the password are fixed: programs and trials rely on them. */
import type { DemoPerson } from '../http/start.ts'

export const demoPassword = 'tickmark-demo'

export const demoNewsrooms = [
  { slug: 'harbour', name: 'The Harbour Desk', zone: 'Europe/Lisbon' },
  { slug: 'other', name: 'The Other Paper', zone: 'Europe/Berlin' },
] as const

export const demoPeople: readonly DemoPerson[] = [
  { email: 'noor@demo.test', name: 'Noor Kassem', roles: ['checker'], newsroom: 'harbour' },
  { email: 'karim@demo.test', name: 'Karim Aziz', roles: ['checker'], newsroom: 'harbour' },
  { email: 'idris@demo.test', name: 'Idris Mbeki', roles: ['editor'], newsroom: 'harbour' },
  { email: 'sana@demo.test', name: 'Sana Ahmed', roles: ['admin', 'editor'], newsroom: 'harbour' },
  { email: 'rafi@demo.test', name: 'Rafi Lindqvist', roles: ['reporter'], newsroom: 'harbour' },
  { email: 'vera@demo.test', name: 'Vera Duarte', roles: ['viewer'], newsroom: 'harbour' },
  { email: 'omar@other.test', name: 'Omar Feld', roles: ['editor', 'admin'], newsroom: 'other' },
]
