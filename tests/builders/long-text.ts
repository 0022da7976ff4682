/** Made-up prose of any length, in paragraphs as an article has them. */
export function longText(characters: number): string {
  const sentence =
    'The upper gate of the weir was opened at night, and by morning the road to the mill was under water. '
  const paragraph = sentence.repeat(8).trim()
  const paragraphs: string[] = ['A long report from Ostrava Mill']
  for (let length = 0; length < characters; length += paragraph.length)
    paragraphs.push(`${paragraphs.length}. ${paragraph}`)
  return `${paragraphs.join('\n\n')}\n`
}
