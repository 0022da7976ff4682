import { BlockList } from 'node:net'
import { expect, test } from 'vitest'
import { clientAddress } from './client-address.ts'

const proxies = new BlockList()
proxies.addAddress('127.0.0.1', 'ipv4')
proxies.addSubnet('10.0.0.0', 8, 'ipv4')
proxies.addSubnet('fd00::', 8, 'ipv6')

test.each([
  // peer                forwarded                      proxies   address
  ['203.0.113.7', undefined, null, '203.0.113.7'],
  ['203.0.113.7', '198.51.100.1', null, '203.0.113.7'],
  ['203.0.113.7', '198.51.100.1', proxies, '203.0.113.7'],
  ['127.0.0.1', '198.51.100.1', proxies, '198.51.100.1'],
  ['::ffff:127.0.0.1', '198.51.100.1', proxies, '198.51.100.1'],
  ['127.0.0.1', '6.6.6.6, 198.51.100.1, 10.1.2.3', proxies, '198.51.100.1'],
  ['fd00::1', '2001:db8::5', proxies, '2001:db8::5'],
  ['127.0.0.1', undefined, proxies, '127.0.0.1'],
  ['127.0.0.1', 'nonsense', proxies, 'nonsense'],
])(
  'AC15 from %s, forwarded “%s”: what a client writes about itself is not believed',
  (peer, forwarded, trusted, address) => {
    expect(clientAddress(peer, forwarded, trusted)).toBe(address)
  },
)
