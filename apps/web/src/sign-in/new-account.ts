/** What a new account needs, asked before the server is: the server asks again. */
export const leastPassword = 10

export type Missing = 'name' | 'email' | 'password'

export function missingIn(account: { name: string; email: string; password: string }): Missing[] {
  const { name, email, password } = account
  return [
    ...(name.trim() === '' ? (['name'] as const) : []),
    ...(/^[^\s@]+@[^\s@]+$/.test(email.trim()) ? [] : (['email'] as const)),
    ...(password.length < leastPassword ? (['password'] as const) : []),
  ]
}
