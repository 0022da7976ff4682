/** A person's `/live` socket: collects what it is told. */
import type { LiveMessage } from '#protocol/view.ts'
import { TestSocket } from './socket.ts'
import { until } from './until.ts'

type Told<T extends LiveMessage['type']> = Extract<LiveMessage, { type: T }>

export class LiveSocket extends TestSocket {
  readonly messages: LiveMessage[] = []

  constructor(url: string, headers: { cookie?: string; origin?: string }) {
    super(url, headers)
    this.socket.on('message', (data) => this.messages.push(JSON.parse(String(data)) as LiveMessage))
  }

  send(message: unknown): void {
    this.socket.send(JSON.stringify(message))
  }

  events(type: string): Told<'event'>[] {
    return this.messages.filter((message) => message.type === 'event').filter(({ event }) => event.type === type)
  }

  /** Until a message of this type passes. */
  async hears<T extends LiveMessage['type']>(
    type: T,
    passes: (message: Told<T>) => boolean = () => true,
  ): Promise<Told<T>> {
    const isWanted = (message: LiveMessage): message is Told<T> => message.type === type && passes(message as Told<T>)
    return until(`/live tells of ${type}`, () => this.messages.find(isWanted))
  }
}
