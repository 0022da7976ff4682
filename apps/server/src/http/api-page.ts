/**
 * The API for people: /api/reference, made from the same description as /api/openapi.json, so it cannot tell anything else. Plain HTML
 * without a script; readable on a phone, in the dark, and printed.
 */
import { html, raw } from 'hono/html'
import { refusalReplies } from '#protocol/refusal-reply.ts'
import { apiPageStyle } from './api-page-style.ts'
import { fieldsOf, kindOf, type Schema } from './schema-words.ts'
import { audiences, whoMay } from './who-may.ts'

type Content = Readonly<Record<string, { readonly schema?: Schema }>>

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description?: string
  readonly schema?: Schema
}

interface Operation {
  readonly summary?: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content?: Content }
  readonly responses?: Readonly<Record<string, { readonly description?: string; readonly content?: Content }>>
}

/** As much of an OpenAPI document as the page reads. */
interface Description {
  readonly info: { readonly title: string; readonly description?: string }
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

interface Route extends Operation {
  readonly method: string
  readonly path: string
  readonly who: string
}

/** Each operation says for whom it is, as far as programs read it: `x-who-may`. */
export function withWhoMay<T extends object>(description: T): T {
  for (const [path, operations] of Object.entries((description as Description).paths ?? {}))
    for (const method of methods) {
      const operation = operations[method]
      const audience = whoMay(`${method.toUpperCase()} ${path}`)
      if (operation !== undefined && audience !== null) Object.assign(operation, { 'x-who-may': audiences[audience] })
    }
  return description
}

function routesOf({ paths = {} }: Description): Route[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    methods.flatMap((method) => {
      const operation = operations[method]
      if (operation === undefined) return []
      const audience = whoMay(`${method.toUpperCase()} ${path}`)
      return [{ ...operation, method: method.toUpperCase(), path, who: audience === null ? '' : audiences[audience] }]
    }),
  )
}

/** What an address is about: its last word before any id. */
const resourceOf = (path: string): string => {
  const words = path.replace('/newsrooms/{newsroom}', '').split('/')
  const [first = '', , third] = words.filter((word) => word !== '')
  if (first === '') return path === '/newsrooms/{newsroom}/' || path === '/newsrooms/{newsroom}' ? 'newsroom' : 'start'
  return first === 'articles' && third === 'claims' ? 'claims' : first
}

function grouped(routes: readonly Route[]): [string, Route[]][] {
  const groups = new Map<string, Route[]>()
  for (const route of routes) {
    const resource = resourceOf(route.path)
    groups.set(resource, [...(groups.get(resource) ?? []), route])
  }
  return [...groups]
}

const fieldRow = ({ name, kind, required, description }: ReturnType<typeof fieldsOf>[number]) =>
  html`<tr>
    <th scope="row"><code>${name}</code></th>
    <td>${kind}${required ? '' : ', may be left out'}${description === '' ? '' : ` — ${description}`}</td>
  </tr>`

const fieldTable = (caption: string, fields: ReturnType<typeof fieldsOf>) =>
  fields.length === 0
    ? ''
    : html`<table>
        <caption>
          ${caption}
        </caption>
        <tbody>
          ${fields.map(fieldRow)}
        </tbody>
      </table>`

const own = (status: string): boolean => status.startsWith('2')

const answerOf = ([status, { description = '', content = {} }]: [
  string,
  { readonly description?: string; readonly content?: Content },
]) => {
  const schema = Object.values(content)[0]?.schema
  const fields = schema === undefined ? [] : fieldsOf(schema)
  return html`<p><code>${status}</code> ${description}</p>
    ${fields.length > 0 ? fieldTable('Answer', fields) : schema === undefined ? '' : html`<p>${kindOf(schema)}</p>`}`
}

const bodiesOf = ({ requestBody }: Route) =>
  Object.entries(requestBody?.content ?? {}).map(([type, { schema }]) => {
    if (schema === undefined) return ''
    const fields = fieldsOf(schema)
    return fields.length === 0 ? html`<p>Body (${type}): ${kindOf(schema)}</p>` : fieldTable(`Body (${type})`, fields)
  })

const parameterFields = (parameters: readonly Parameter[], place: string) =>
  parameters
    .filter((one) => one.in === place)
    .map(({ name, required = false, description = '', schema = {} }) => ({
      name,
      kind: kindOf(schema),
      required,
      description,
    }))

const routeSection = (route: Route) =>
  html`<details>
    <summary>
      <code class="method">${route.method}</code> <code class="path">${route.path}</code>
      <span>${route.summary ?? ''}</span>
    </summary>
    <p class="who">${route.who}</p>
    ${fieldTable('In the address', parameterFields(route.parameters ?? [], 'path'))}
    ${fieldTable('After the question mark', parameterFields(route.parameters ?? [], 'query'))} ${bodiesOf(route)}
    ${Object.entries(route.responses ?? {})
      .filter(([status]) => own(status))
      .map(answerOf)}
  </details>`

export function referencePage(description: object) {
  const { info, ...rest } = description as Description
  const groups = grouped(routesOf({ info, ...rest }))
  const refusals = Object.entries(refusalReplies).toSorted(([, a], [, b]) => a.status - b.status)
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>API · Tickmark</title>
        <style>
          ${raw(apiPageStyle)}
        </style>
      </head>
      <body>
        <header>
          <p><a href="/">Tickmark</a></p>
          <h1>API</h1>
          <p>${info.description ?? ''} Everything lies below <code>/api</code>, as JSON.</p>
          <p>For programs: <a href="/api/openapi.json">openapi.json</a></p>
        </header>
        <nav aria-label="On this page">
          <ul>
            ${groups.map(([resource]) => html`<li><a href="#${resource}">${resource}</a></li>`)}
            <li><a href="#refusals">refusals</a></li>
          </ul>
        </nav>
        <main>
          <section>
            <h2 id="how">How to ask</h2>
            <p>
              A program sends <code>Authorization: Bearer tm_…</code>, the token an admin was shown once on the members
              page; it belongs to one newsroom and has one role. People have the cookie that signing in gives.
            </p>
            <p>
              Whatever changes something may carry an <code>Idempotency-Key</code>: sent twice with the same key, it
              happens once and is answered alike. Times are ISO 8601 in UTC; places in a text are counted in UTF-16 code
              units.
            </p>
          </section>
          ${groups.map(
            ([resource, routes]) =>
              html`<section>
                <h2 id="${resource}">${resource}</h2>
                ${routes.map(routeSection)}
              </section>`,
          )}
          <section>
            <h2 id="refusals">Refusals</h2>
            <p>
              Every refusal is <code>{"refusal": code, "text": sentence}</code>. What does not exist and what is not
              open to you are the same 404.
            </p>
            <table>
              <tbody>
                ${refusals.map(
                  ([code, { status, text }]) =>
                    html`<tr>
                      <th scope="row"><code>${code}</code></th>
                      <td>${status}</td>
                      <td>${text}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </section>
        </main>
      </body>
    </html>`
}
