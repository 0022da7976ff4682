/** JSON log lines on standard error, without content: no words of an article, no address of a person, no token. */
import pino from 'pino'

export interface Log {
  info(line: { msg: string } & Record<string, unknown>): void
  error(line: { msg: string } & Record<string, unknown>): void
}

export function createLog(level: 'info' | 'error' | 'silent'): Log {
  const lines = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  )
  return { info: (line) => lines.info(line), error: (line) => lines.error(line) }
}

/** What may be logged of a problem: its kind and code. Its message can quote an article. */
export function nameOf(problem: unknown): string {
  if (!(problem instanceof Error)) return 'unknown'
  const cause = problem.cause instanceof Error ? problem.cause : problem
  const code = 'code' in cause ? String(cause.code) : ''
  return [problem.name, cause === problem ? '' : cause.name, code].filter((part) => part !== '').join(' ')
}
