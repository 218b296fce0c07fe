/** The parts of a package-lock.json that are read and written here. */
export interface LockEntry {
  version?: string
  resolved?: string
  integrity?: string
  link?: boolean
  dev?: boolean
  devOptional?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  engines?: Record<string, string>
  license?: string
  optionalDependencies?: Record<string, string>
}

export interface Lockfile {
  packages: Record<string, LockEntry>
}

export interface Gap {
  name: string
  version: string
  /** The lockfile's key of the package that wants it. */
  wantedBy: string
}

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']

/**
 * The optional packages, nearly all of them a tool's binaries for another platform, that the lockfile leaves out.
 * npm leaves them out when the registry at hand has the tool's newest version for its own platform only, and `npm ci` then refuses
 * the lockfile as incomplete, everywhere.
 */
export function gaps(lock: Lockfile): Gap[] {
  return Object.entries(lock.packages).flatMap(([wantedBy, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !resolves(lock, wantedBy, name))
      .map(([name, version]) => ({ name, version, wantedBy })),
  )
}

/**
 * Writes an entry for each gap that is plainly another platform's binary of one exact version. Its integrity is unknown here and
 * left out: npm on that platform takes the package by name and version. Returns the gaps that it would not fill.
 */
export function fillGaps(lock: Lockfile): Gap[] {
  const left: Gap[] = []
  for (const gap of gaps(lock)) {
    const platform = platformOf(gap.name)
    const exact = /^\d+\.\d+\.\d+[\w.-]*$/.test(gap.version)
    const parent = lock.packages[gap.wantedBy]
    if (!platform || !exact || !parent) {
      left.push(gap)
      continue
    }
    lock.packages[`node_modules/${gap.name}`] = {
      version: gap.version,
      cpu: [platform.cpu],
      ...(parent.dev ? { dev: true } : {}),
      ...(platform.libc ? { libc: [platform.libc] } : {}),
      ...(parent.license ? { license: parent.license } : {}),
      optional: true,
      ...(platform.os ? { os: [platform.os] } : {}),
      ...(parent.engines ? { engines: parent.engines } : {}),
    }
  }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).toSorted(([a], [b]) => a.localeCompare(b, 'en')))
  return left
}

/** As Node looks a package up: in the asking package's own node_modules, then in each folder above it. */
function resolves(lock: Lockfile, from: string, name: string): boolean {
  let folder = from
  while (folder) {
    if (lock.packages[`${folder}/node_modules/${name}`]) return true
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
  }
  return `node_modules/${name}` in lock.packages
}

/** Which machine a binary package is for, by the words of its name: `@oxlint/binding-linux-arm64-musl`. */
function platformOf(name: string): { os?: string; cpu: string; libc?: string } | undefined {
  const words = name.split(/[/-]/)
  const os = words.find((word) => SYSTEMS.includes(word))
  const cpu = words.find((word) => PROCESSORS.includes(word))
  if (!cpu || (!os && cpu !== 'wasm32')) return undefined
  const libc = os === 'linux' ? libcOf(words) : undefined
  return { cpu, ...(os ? { os } : {}), ...(libc ? { libc } : {}) }
}

function libcOf(words: string[]): string | undefined {
  if (words.includes('musl')) return 'musl'
  return words.includes('gnu') ? 'glibc' : undefined
}
