import * as v from 'valibot'

/** More than anybody reads. */
const MOST_CHARACTERS = 20_000

const Notes = v.union([v.string(), v.array(v.object({ version: v.string(), note: v.nullish(v.string(), '') }))])

/** The notes of a release as the feed has them, as one text; whatever else it says there is no notes. */
export function notesText(notes: unknown): string {
  const parsed = v.safeParse(Notes, notes)
  if (!parsed.success) return ''
  const text =
    typeof parsed.output === 'string'
      ? parsed.output
      : parsed.output.map(({ version, note }) => `## ${version}\n\n${note}`).join('\n\n')
  return text.trim().slice(0, MOST_CHARACTERS)
}
