/**
 * Where a request comes from: the socket's other end. Only behind a proxy named in TRUST_PROXY does the header it writes count, read
 * from its end up to the first address that is no such proxy; whatever a client wrote before that is not believed.
 */
import { type BlockList, isIPv4 } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

const bare = (address: string): string => address.trim().replace(/^::ffff:(?=\d+\.)/i, '')

const isIn = (list: BlockList, address: string): boolean => list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')

export function clientAddress(peer: string, forwarded: string | undefined, proxies: BlockList | null): string {
  let address = bare(peer)
  const hops = (forwarded ?? '').split(',').map(bare)
  while (proxies !== null && isIn(proxies, address)) {
    const hop = hops.pop()
    if (hop === undefined || hop === '') break
    address = hop
  }
  return address
}

export const addressOf = (c: Context, proxies: BlockList | null): string =>
  clientAddress(getConnInfo(c).remote.address ?? '', c.req.header('x-forwarded-for'), proxies)

const forwardedHeaders = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via']

/** Whether it comes from this very machine, without a proxy that might stand before others. */
export function isLocal(c: Context): boolean {
  const peer = bare(getConnInfo(c).remote.address ?? '')
  const isLoopback = peer.startsWith('127.') || peer === '::1'
  return isLoopback && forwardedHeaders.every((name) => c.req.header(name) === undefined)
}
