/** The demo's sources as they come into the library: each once, when somebody first uses it. */
import { bareSource, type SourceDetails } from '#domain/source.ts'
import { addSourceToLibrary, approveSource } from '../decisions/source.ts'
import { setOrigin } from '../decisions/source-origin.ts'
import { withdrawFromLibrary } from '../decisions/source-withdrawal.ts'
import type { DemoChecker } from './demo-article.ts'
import { type DemoSource, type DemoSourceKey, demoSources } from './sources.ts'
import { must, type Staff } from './staff.ts'

export class Library {
  readonly #staff: Staff
  readonly #ids = new Map<DemoSourceKey, Promise<string>>()

  constructor(staff: Staff) {
    this.#staff = staff
  }

  idOf(key: DemoSourceKey, by: DemoChecker): Promise<string> {
    const known = this.#ids.get(key)
    if (known !== undefined) return known
    const added = this.#add(demoSources[key], by)
    this.#ids.set(key, added)
    return added
  }

  /** Comes last: nothing new may rest on a source that was taken back. */
  async takeBack(): Promise<void> {
    for (const [key, id] of this.#ids) {
      const { takenBack }: DemoSource = demoSources[key]
      if (takenBack === undefined) continue
      const on = { ...this.#staff.as(takenBack.by), sourceId: await id }
      must(await withdrawFromLibrary(this.#staff.services, on, takenBack.because, takenBack.why))
    }
  }

  async #add(source: DemoSource, by: DemoChecker): Promise<string> {
    const { services, as } = this.#staff
    const { id: sourceId } = must(await addSourceToLibrary(services, as(by), detailsOf(source)))
    const { origin, unnamed } = source
    if (origin !== undefined) must(await setOrigin(services, { ...as(by), sourceId }, { name: origin }))
    if (unnamed?.approvedBy !== undefined) must(await approveSource(services, { ...as(unnamed.approvedBy), sourceId }))
    return sourceId
  }
}

function detailsOf({ kind, title, publisher, url, author, publishedOn, unnamed }: DemoSource): SourceDetails {
  const { approvedBy: _, ...terms } = unnamed ?? { approvedBy: null }
  const known = { publisher: publisher ?? '', url: url ?? '', author: author ?? '', publishedOn: publishedOn ?? '' }
  return { ...bareSource, kind, title, ...known, ...terms }
}
