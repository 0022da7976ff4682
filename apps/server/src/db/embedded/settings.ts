/**
 * How our PostgreSQL is set. These go on the command line and so win over postgresql.conf; tuning (shared_buffers 128 MB,
 * max_connections 100, …) is left to that file, where whoever runs the server may change it.
 */
import { PORT } from './socket-folder.ts'

/** Needed already while initdb tries out the new cluster. */
const EVERYWHERE = {
  // Kubernetes nodes with huge pages but no quota for them kill whoever takes some (SIGBUS).
  huge_pages: 'off',
  // In containers /dev/shm is often 64 MB or less, and posix segments fail there in the middle of a query. Files in the cluster
  // always work, leave nothing behind after kill -9, and are hardly used: see min_dynamic_shared_memory.
  dynamic_shared_memory_type: 'mmap',
  timezone: 'UTC',
}

const SERVER = {
  ...EVERYWHERE,
  min_dynamic_shared_memory: '16MB', // set aside in ordinary shared memory; parallel queries find room here first
  jit: 'off', // the npm binaries come without it
  port: String(PORT),
  listen_addresses: '',
  unix_socket_permissions: '0700',
  // Articles under embargo must not get into a log. An error's message and detail quote values ("Failing row contains …"), so
  // errors go to the client alone; the log keeps what concerns the server itself, one line each.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_autovacuum_min_duration: '-1',
  log_checkpoints: 'off',
  log_temp_files: '-1',
  logging_collector: 'off',
  log_destination: 'stderr',
}

/** A test may give up durability for speed; nothing acknowledged is ever lost otherwise. */
const SAFE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }
const UNSAFE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

export function serverSettings(socketFolder: string, fsync: boolean): string[] {
  // In quotes, since the setting is a list and a temporary folder's name may hold a comma.
  return flags({ ...SERVER, ...(fsync ? SAFE : UNSAFE), unix_socket_directories: `"${socketFolder}"` })
}

/**
 * Encoding and locale need nothing installed: C.UTF-8 is built into PostgreSQL 17 and later, and the same everywhere, so an
 * index stays valid when the cluster moves to another system.
 */
export function initdbFlags(folder: string, fsync: boolean): string[] {
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = ['--username=postgres', '--auth-local=trust', '--auth-host=reject']
  return [
    '-D',
    folder,
    ...locale,
    ...access,
    '--no-instructions',
    ...(fsync ? [] : ['--no-sync']),
    ...flags(EVERYWHERE),
  ]
}

function flags(settings: Record<string, string>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
