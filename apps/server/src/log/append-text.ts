/**
 * One round of the text lane as one statement, which is one commit: numbers the updates after each stream's head and moves the heads. A stream that a
 * decision holds is left out. Rules LG1, LG6, SV3.
 */
import type pg from 'pg'

export interface TextUpdate {
  readonly stream: string
  readonly bytes: Uint8Array
  readonly by: string
  /** Yjs client ids seen in this article for the first time, and whose they are from now on. */
  readonly newClientIds: readonly { client: number; owner: string }[]
}

export interface Stored {
  readonly seq: number
  readonly at: Date
}

/** What became of one update; undefined: its stream is held by somebody else just now. */
export type Appended = Stored | 'client-id-taken' | undefined

/** Answers in the order of `round`. Rejects when nothing of it was stored. */
export function appendText(pool: pg.Pool, round: readonly TextUpdate[]): Promise<Appended[]> {
  const [first] = round
  const isPlain = round.every(({ stream, newClientIds }) => stream === first?.stream && newClientIds.length === 0)
  return first !== undefined && isPlain ? appendToOne(pool, first.stream, round) : appendToMany(pool, round)
}

const inPostgres = ({ bytes }: TextUpdate): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

// The time is cut to what its column holds, so that it is told as it is stored.
const oneSql = `
with locked as (
  select seq from streams where id = $1::uuid for update skip locked
), inserted as (
  insert into updates (stream_id, seq, bytes, by, at)
  select $1::uuid, l.seq + i.ord, i.bytes, i.by, date_trunc('milliseconds', now())
  from locked l, unnest($2::bytea[], $3::text[]) with ordinality as i(bytes, by, ord)
), bumped as (
  update streams set seq = l.seq + $4::int from locked l where id = $1::uuid
)
select seq::float8 as head, date_trunc('milliseconds', now()) as at from locked`

/** People who type in one article are by far the most common round; without joining lists it takes two thirds of the time. */
async function appendToOne(pool: pg.Pool, stream: string, round: readonly TextUpdate[]): Promise<Appended[]> {
  const { rows } = await pool.query<{ head: number; at: Date }>({
    name: 'append-text-to-one',
    text: oneSql,
    values: [stream, round.map(inPostgres), round.map(({ by }) => by), round.length],
  })
  const [stored] = rows
  return round.map((_, index) => stored && { seq: stored.head + index + 1, at: stored.at })
}

// Locks in id order (unordered locks of two servers deadlock), numbers the updates after each stream's head, moves the heads.
// A client id belongs to whoever was first, on whichever server; an update under somebody else's is left out.
const manySql = `
with locked as (
  select id, seq from streams where id = any($1::uuid[]) order by id for update skip locked
), owned as (
  select c.* from unnest($5::uuid[], $6::bigint[], $7::text[], $8::int[]) as c(stream_id, client_id, person, ord)
  join locked l on l.id = c.stream_id
), claimed as (
  insert into client_ids as known (stream_id, client_id, person)
  select distinct on (stream_id, client_id) stream_id, client_id, person from owned order by stream_id, client_id, ord
  on conflict (stream_id, client_id) do update set person = known.person
  returning stream_id, client_id, person
), taken as (
  select distinct o.ord from owned o join claimed c using (stream_id, client_id) where o.person <> c.person
), incoming as (
  select * from unnest($2::uuid[], $3::bytea[], $4::text[]) with ordinality as i(stream_id, bytes, by, ord)
  where ord not in (select ord from taken)
), numbered as (
  select i.stream_id, i.bytes, i.by, i.ord,
         l.seq + row_number() over (partition by i.stream_id order by i.ord) as seq
  from incoming i join locked l on l.id = i.stream_id
), inserted as (
  insert into updates (stream_id, seq, bytes, by, at)
  select stream_id, seq, bytes, by, date_trunc('milliseconds', now()) from numbered
), bumped as (
  update streams s set seq = n.seq from (select stream_id, max(seq) as seq from numbered group by stream_id) n
  where s.id = n.stream_id
)
select ord::int, seq::float8 as seq, date_trunc('milliseconds', now()) as at from numbered
union all select ord, null, now() from taken`

async function appendToMany(pool: pg.Pool, round: readonly TextUpdate[]): Promise<Appended[]> {
  const owned = round.flatMap(({ stream, newClientIds }, index) =>
    newClientIds.map((id) => ({ ...id, stream, ord: index + 1 })),
  )
  const { rows } = await pool.query<{ ord: number; seq: number | null; at: Date }>({
    name: 'append-text',
    text: manySql,
    values: [
      [...new Set(round.map(({ stream }) => stream))],
      round.map(({ stream }) => stream),
      round.map(inPostgres),
      round.map(({ by }) => by),
      owned.map(({ stream }) => stream),
      owned.map(({ client }) => client),
      owned.map(({ owner }) => owner),
      owned.map(({ ord }) => ord),
    ],
  })
  const appended: Appended[] = round.map(() => undefined)
  for (const { ord, seq, at } of rows) appended[ord - 1] = seq === null ? 'client-id-taken' : { seq, at }
  return appended
}
