/** The systems that Kerbside is packaged for, with what users install there; the first line of each is made when nothing else is asked for. */
export const productsOf = {
  linux: ['AppImage', 'deb', 'rpm'],
  win: ['nsis'],
  mac: ['dmg', 'zip'],
} as const
export type System = keyof typeof productsOf

const platforms: Readonly<Record<System, NodeJS.Platform>> = { linux: 'linux', win: 'win32', mac: 'darwin' }
const architectures = ['x64', 'arm64'] as const
export type Architecture = (typeof architectures)[number]

/** What is to be made. */
export interface Order {
  /** Allows the fallback Electron, and leaves the inspector on, through which Playwright drives the application. Never for users. */
  readonly forTests: boolean
  readonly architectures: readonly Architecture[]
  /** Undefined for the unpacked folder alone. */
  readonly targets: { readonly system: System; readonly kinds: readonly string[] } | undefined
}

export const usage = `npm run package                          the unpacked folder for this machine
npm run package -- --linux [kinds]       ${productsOf.linux.join(', ')}; all of them, or those named
npm run package -- --win                 ${productsOf.win.join(', ')}
npm run package -- --mac [kinds]         ${productsOf.mac.join(', ')}
                   --arch x64,arm64      for these processors; this machine's own without it
                   --test-runtime        on whatever Electron there is, for tests only`

/**
 * Reads the command line.
 * @param machine where this runs: each system's products are made on that system, which alone can sign, compile ahead and try them
 * @throws Error with what there is instead
 */
export function readOrder(args: readonly string[], machine: { platform: NodeJS.Platform; arch: string }): Order {
  let system: System | undefined
  let forTests = false
  let asked: readonly string[] = [machine.arch]
  const kinds: string[] = []
  const words = [...args]
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const name = word.replace(/^--/, '')
    if (word === '--test-runtime') forTests = true
    else if (word === '--arch') asked = (words.shift() ?? '').split(',')
    else if (word.startsWith('--') && isSystem(name)) system = only(system, name)
    else if (system !== undefined && (productsOf[system] as readonly string[]).includes(word)) kinds.push(word)
    else throw new Error(`There is no "${word}" here.\n${usage}`)
  }
  const unknown = asked.find((arch) => !isArchitecture(arch))
  if (unknown !== undefined) throw new Error(`There is no package for the processor "${unknown}".\n${usage}`)
  if (system !== undefined && platforms[system] !== machine.platform) {
    throw new Error(`What users of ${system} install is made on that system: it is signed and tried there.`)
  }
  if (system === undefined && asked.some((arch) => arch !== machine.arch)) {
    throw new Error(`The unpacked folder is made for this machine, and this is ${machine.arch}.\n${usage}`)
  }
  const made = system && { system, kinds: kinds.length === 0 ? productsOf[system] : kinds }
  return { forTests, architectures: asked.filter(isArchitecture), targets: made }
}

function only(before: System | undefined, now: System): System {
  if (before !== undefined && before !== now) throw new Error(`One system at a time: ${before} or ${now}.`)
  return now
}

function isSystem(name: string): name is System {
  return Object.hasOwn(productsOf, name)
}

function isArchitecture(name: string): name is Architecture {
  return (architectures as readonly string[]).includes(name)
}
