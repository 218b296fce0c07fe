/** A square picture as PNG, with the length of its side in pixels. */
export interface SquarePng {
  readonly side: number
  readonly png: Buffer
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** The side of a square PNG, from its header. @throws Error when it is none */
export function sideOfPng(png: Buffer): number {
  if (!png.subarray(0, 8).equals(PNG_SIGNATURE)) throw new Error('this is no PNG')
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  if (width !== height) throw new Error(`${width} by ${height} pixels are no square`)
  return width
}

const ICO_HEADER = 6
const ICO_ENTRY = 16

/** A Windows icon of PNGs, as Windows reads them since Vista. A side of 256 is written as 0. */
export function icoOf(pictures: readonly SquarePng[]): Buffer {
  const header = Buffer.alloc(ICO_HEADER + ICO_ENTRY * pictures.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(pictures.length, 4)
  let offset = header.length
  pictures.forEach(({ side, png }, index) => {
    const at = ICO_HEADER + ICO_ENTRY * index
    header.writeUInt8(side % 256, at)
    header.writeUInt8(side % 256, at + 1)
    header.writeUInt16LE(1, at + 4)
    header.writeUInt16LE(32, at + 6)
    header.writeUInt32LE(png.length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += png.length
  })
  return Buffer.concat([header, ...pictures.map(({ png }) => png)])
}

/** What is in a Windows icon. @throws Error when it is none, or one of its pictures is not what its entry says */
export function picturesInIco(ico: Buffer): readonly SquarePng[] {
  if (ico.readUInt32LE(0) !== 0x10000) throw new Error('this is no Windows icon')
  return Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const at = ICO_HEADER + ICO_ENTRY * index
    const offset = ico.readUInt32LE(at + 12)
    return checked(ico.readUInt8(at) || 256, ico.subarray(offset, offset + ico.readUInt32LE(at + 8)))
  })
}

/**
 * The kinds of picture in a macOS icon, with their sides in pixels. The second of a size is for displays with two pixels a point.
 * Source: Apple's IconFamily, and what `iconutil` writes.
 */
const ICNS_KINDS: Readonly<Record<string, number>> = {
  icp4: 16,
  ic11: 32,
  icp5: 32,
  ic12: 64,
  ic07: 128,
  ic13: 256,
  ic08: 256,
  ic14: 512,
  ic09: 512,
  ic10: 1024,
}

/** The sides that a macOS icon is made of. */
export const icnsSides: readonly number[] = [...new Set(Object.values(ICNS_KINDS))]

/** A macOS icon. @throws Error when a side is missing */
export function icnsOf(pictures: readonly SquarePng[]): Buffer {
  const blocks = Object.entries(ICNS_KINDS).map(([kind, side]) => {
    const picture = pictures.find((one) => one.side === side)
    if (picture === undefined) throw new Error(`a macOS icon has a picture of ${side} pixels`)
    return block(kind, picture.png)
  })
  return block('icns', Buffer.concat(blocks))
}

/** What is in a macOS icon. @throws Error when it is none, or one of its pictures is not what its kind says */
export function picturesInIcns(icns: Buffer): readonly SquarePng[] {
  if (icns.toString('latin1', 0, 4) !== 'icns' || icns.readUInt32BE(4) !== icns.length)
    throw new Error('this is no macOS icon')
  const found: SquarePng[] = []
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    const side = ICNS_KINDS[icns.toString('latin1', at, at + 4)]
    if (side !== undefined) found.push(checked(side, icns.subarray(at + 8, at + icns.readUInt32BE(at + 4))))
  }
  return found
}

function block(kind: string, content: Buffer): Buffer {
  const header = Buffer.alloc(8)
  header.write(kind, 'latin1')
  header.writeUInt32BE(8 + content.length, 4)
  return Buffer.concat([header, content])
}

function checked(side: number, png: Buffer): SquarePng {
  if (sideOfPng(png) !== side) throw new Error(`a picture of ${sideOfPng(png)} pixels stands for one of ${side}`)
  return { side, png }
}
