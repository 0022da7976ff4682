/**
 * The selected claim, in step with the address. The address leads when it changes by itself (a link, the back button); a choice made
 * here is written to it without a new entry in the browser's history. A claim without a number yet has no address.
 */
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { DeskClaim } from './desk-claim.ts'

const addressOf = (claim: DeskClaim): string | null => (claim.number === null ? null : `C${claim.number}`)

const isAt = (claim: DeskClaim, address: string): boolean =>
  claim.id === address || addressOf(claim)?.toLowerCase() === address.toLowerCase()

export interface Selected {
  readonly id: string | null
  readonly choose: (id: string | null) => void
}

export function useSelected(
  claims: readonly DeskClaim[],
  address: string | undefined,
  onArrive: (id: string) => void,
): Selected {
  const [id, setId] = useState<string | null>(null)
  const navigate = useNavigate({ from: '/$newsroom/articles/$article' })
  /** The address as it was last taken note of. */
  const followed = useRef<string | undefined>(undefined)
  /** Addresses written here that have not come back yet, the newest last: they are not to be followed. */
  const writing = useRef<(string | undefined)[]>([])

  const wanted =
    address !== followed.current && address !== undefined ? claims.find((claim) => isAt(claim, address)) : undefined
  useEffect(() => {
    if (address === followed.current) return
    const own = writing.current.lastIndexOf(address)
    if (own !== -1) {
      writing.current = writing.current.slice(own + 1)
      followed.current = address
    } else if (address === undefined) {
      followed.current = undefined
      setId(null)
    } else if (wanted !== undefined) {
      followed.current = address
      setId(wanted.id)
      onArrive(wanted.id)
    }
  }, [address, wanted, onArrive])

  const isChosenHere = useRef(false)
  const chosen = claims.find((claim) => claim.id === id)
  const now = id === null ? undefined : chosen === undefined ? null : addressOf(chosen)
  useEffect(() => {
    const last = writing.current.length > 0 ? writing.current.at(-1) : followed.current
    if (!isChosenHere.current || now === null || now === last) return
    writing.current = [...writing.current, now]
    void navigate({
      search: ({ claim: _before, ...rest }) => (now === undefined ? rest : { ...rest, claim: now }),
      replace: true,
      resetScroll: false,
    })
  }, [now, navigate])

  const given = useRef(address)
  given.current = address
  const choose = useCallback((next: string | null) => {
    isChosenHere.current = true
    // An address whose claim has not come yet is not gone to any more.
    if (writing.current.length === 0) followed.current = given.current
    setId(next)
  }, [])
  return { id, choose }
}
