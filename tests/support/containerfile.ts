/** One line of a Containerfile, with those that it goes on in. */
export interface Instruction {
  readonly name: string
  /** What follows, as it stands there. */
  readonly text: string
}

export interface Stage {
  /** The image that it begins with. */
  readonly image: string
  /** Undefined for one that nobody copies from. */
  readonly name: string | undefined
  readonly instructions: readonly Instruction[]
}

/** The stages of a Containerfile, as far as ours goes: no here-documents, no build arguments. */
export function readContainerfile(text: string): readonly Stage[] {
  const lines = text
    .replace(/^\s*#.*$/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
  const stages: { image: string; name: string | undefined; instructions: Instruction[] }[] = []
  for (const line of lines) {
    const [, name = '', rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line.trim()) ?? []
    if (name === '') throw new Error(`no instruction: ${line}`)
    if (name === 'FROM') {
      const [, image = '', as] = /^(\S+)(?: AS (\S+))?$/.exec(rest) ?? []
      stages.push({ image, name: as, instructions: [] })
    } else stages.at(-1)?.instructions.push({ name, text: rest })
  }
  return stages
}

/** The words of an instruction in exec form, which no shell sees. @throws Error for any other form */
export function execWords({ name, text }: Instruction): readonly string[] {
  const words: unknown = text.startsWith('[') ? JSON.parse(text) : undefined
  if (!Array.isArray(words)) throw new Error(`${name} ${text} would be read by a shell`)
  return words.map(String)
}

/** What a COPY copies, from which stage (the project where it names none), and to where. */
export function copyOf({ text }: Instruction): {
  from: string | undefined
  sources: readonly string[]
  target: string
} {
  const words = text.split(/\s+/)
  const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length)
  const paths = words.filter((word) => !word.startsWith('--'))
  return { from, sources: paths.slice(0, -1), target: paths.at(-1) ?? '' }
}
