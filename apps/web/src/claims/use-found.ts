/** What is looked for in the claims, as the address has it. */
import { useSearch } from '@tanstack/react-router'

export const useFound = (): string => useSearch({ from: '/$newsroom/articles/$article' }).find ?? ''
