/**
 * The key by which two links to one page are recognised: the address without protocol, `www.`, fragment, tracking parameters,
 * order of parameters and closing slash. Rule SR6. Never shown and never followed.
 */
import normalizeUrl from 'normalize-url'

/** Empty for no address, and for one that is none. */
export function urlKey(url: string): string {
  if (url === '') return ''
  try {
    return normalizeUrl(url, {
      stripProtocol: true,
      stripHash: true,
      removeQueryParameters: [/^utm_\w+$/i, 'fbclid', 'gclid'],
    })
  } catch {
    return ''
  }
}
