/**
 * Files as they came, for downloading and never for showing: a page uploaded under the name of a picture runs nowhere. Whatever a
 * file is, it travels as bytes without a kind, and a browser that opens it nevertheless finds itself in a sandbox. Rule SR7.
 */
export function attachment(name: string, bytes: Uint8Array): Response {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  // RFC 5987: these four stay as they are with encodeURIComponent, and mean something in the header.
  const encoded = encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)
  return new Response(Uint8Array.from(bytes), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
      'content-length': String(bytes.byteLength),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
    },
  })
}
