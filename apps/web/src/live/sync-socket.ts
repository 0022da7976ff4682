/**
 * The WebSocket that the provider is given: the browser's own, which tells of each counted frame handed to it (`isCounted`)
 * and of each message before the provider reads it.
 * Counting belongs here, not beside the provider: only frames of this very connection are acknowledged on it.
 */
import { isCounted } from '#protocol/frames.ts'

export function countingSocket(onCounted: () => void, beforeMessage: () => void): typeof WebSocket {
  return class CountingSocket extends WebSocket {
    constructor(...address: ConstructorParameters<typeof WebSocket>) {
      super(...address)
      this.addEventListener('message', beforeMessage)
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      // On its way out nothing is taken any more; the next connection brings what this one did not.
      if (this.readyState !== WebSocket.OPEN) return
      super.send(data)
      if (data instanceof Uint8Array && isCounted(data)) onCounted()
    }
  }
}
