/** Runs a command with one argument: prints what came of it, or what stood in the way on standard error, and says so by its exit code. */
export async function runCommand(usage: string, run: (args: [string]) => Promise<string>): Promise<void> {
  const [first, ...more] = process.argv.slice(2)
  try {
    if (first === undefined || more.length > 0) throw new Error(usage)
    process.stdout.write(`${await run([first])}\n`)
  } catch (problem) {
    process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`)
    process.exitCode = 1
  }
}
