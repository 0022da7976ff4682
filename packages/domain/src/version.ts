/** Versions: a number on a seq of the article's text, kept for good with its plain text, document and SHA-256. Rule VN1. */
export const versionCauses = ['import', 'before-draft', 'draft', 'review', 'approval', 'publication'] as const
export type VersionCause = (typeof versionCauses)[number]
