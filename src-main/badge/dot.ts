/** The colour of what needs somebody (`--color-danger` in light), as blue, green, red and alpha. */
const danger = [0x19, 0x15, 0x9e, 0xff] as const

/**
 * Puts a full dot with a white edge into the lower right quarter of a picture.
 * @param bitmap four bytes for each pixel, row by row; it is left as it is
 */
export function withDot(bitmap: Buffer, width: number, height: number): Buffer {
  const dotted = Buffer.from(bitmap)
  const radius = Math.min(width, height) * 0.28
  const centre = { x: width - radius - 0.5, y: height - radius - 0.5 }
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const distance = Math.hypot(x - centre.x, y - centre.y)
      if (distance > radius) continue
      const colour = distance > radius * 0.75 ? [0xff, 0xff, 0xff, 0xff] : danger
      for (const [channel, value] of colour.entries()) dotted[(y * width + x) * 4 + channel] = value
    }
  }
  return dotted
}
