/**
 * The process that reads one file and ends: on standard input a line of JSON (`FileAsked`) and then the file's bytes, on standard output
 * the result as JSON. It is started with an empty environment and little memory, asks nobody anything, and may be killed at any time.
 */
import { importFile, type FileAsked } from './file.ts'

const chunks: Buffer[] = []
for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
const all = Buffer.concat(chunks)
const end = all.indexOf(0x0a)
const asked = JSON.parse(all.subarray(0, end).toString('utf8')) as FileAsked
process.stdout.write(JSON.stringify(await importFile(all.subarray(end + 1), asked)))
