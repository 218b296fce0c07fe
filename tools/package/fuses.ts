import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'

type FuseName = keyof typeof FuseV1Options

/**
 * Every fuse that Electron has, as it must read in a package; `electron.builder.yml` has them set. A fuse that a later Electron
 * adds is missing here, and so is found.
 * @param forTests whether the package is one that tests drive, through its inspector
 */
export function decidedFuses(forTests: boolean): Readonly<Record<FuseName, boolean>> {
  return {
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: forTests,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
  }
}

/** How a fuse reads in an executable. */
const readings: Readonly<Record<number, string>> = { [0x30]: 'off', [0x31]: 'on', [0x72]: 'removed' }

/** Reads the fuses of an executable. @returns those that are not as decided, in words; nothing when all are */
export async function wrongFuses(
  executable: string,
  decided: Readonly<Record<string, boolean>>,
): Promise<readonly string[]> {
  const { version: _version, ...wire } = await getCurrentFuseWire(executable)
  const found = new Map(
    Object.entries(wire).map(([index, reading]) => {
      const isKnown = Object.hasOwn(FuseV1Options, index)
      return [isKnown ? FuseV1Options[Number(index)] : `fuse ${index}`, readings[Number(reading)] ?? String(reading)]
    }),
  )
  const names = new Set([...Object.keys(decided), ...found.keys()])
  return [...names].flatMap((name) => {
    const wanted = name === undefined ? undefined : decided[name]
    const due = wanted === undefined ? 'not decided about' : wanted ? 'on' : 'off'
    const is = found.get(name) ?? 'missing'
    return is === due ? [] : [`${name} is ${is}, and should be ${due}`]
  })
}
