/** What leaves Tickmark for people outside of a page: links, and lines for whoever runs it. Never the log, which holds no secrets. */
export interface Post {
  /** An address of ours in full: where the person who asks is, when that is one of ours, else where Tickmark is reached. */
  linkTo(path: string, origin: string | undefined): string
  /** One line on standard output. */
  print(line: string): void
}
